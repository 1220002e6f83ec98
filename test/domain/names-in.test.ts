import { namesIn } from '../../src/domain/names-in';

describe('names in a text', () => {
  it.each([
    ['Ben helped to cook.', ['Ben']],
    ['He sat by Ben’s bed, then by Zoë.', ['Ben', 'Zoë']],
    ['“Ben”, he said; and Mary Ann laughed.', ['Ben', 'Mary Ann']],
  ])('are found as words of their own: %s', (text, found) => {
    expect(namesIn(text, ['Ben', 'Zoë', 'Mary Ann'])).toEqual(found);
  });

  it.each(['Bending down hurts.', 'Took ben the dog out.', 'Nothing at all.', ''])(
    'are not seen in other words: %s',
    (text) => {
      expect(namesIn(text, ['Ben', ''])).toEqual([]);
    },
  );
});
