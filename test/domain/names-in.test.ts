import { namesIn, withoutNames } from '../../src/domain/names-in';

describe('names in a text', () => {
  it.each([
    ['Ben helped to cook.', ['Ben']],
    ['He sat by Ben’s bed, then by Zoë.', ['Ben', 'Zoë']],
    ['“Ben”, he said; and Mary Ann laughed.', ['Ben', 'Mary Ann']],
    ['took BEN and zoe out, not mary ann', ['Ben', 'Zoë', 'Mary Ann']],
  ])('are found as words of their own: %s', (text, found) => {
    expect(namesIn(text, ['Ben', 'Zoë', 'Mary Ann'])).toEqual(found);
  });

  it('are not seen in ordinary words without a capital', () => {
    expect(namesIn('She will see the rose.', ['Will', 'Rose'])).toEqual([]);
    expect(namesIn('She met Will and ROSE.', ['Will', 'Rose'])).toEqual(['Will']);
  });

  it.each(['Bending down hurts.', 'Took the benches out.', 'Nothing at all.', ''])(
    'are not seen in other words: %s',
    (text) => {
      expect(namesIn(text, ['Ben', ''])).toEqual([]);
    },
  );
});

describe('a text without names', () => {
  it.each([
    ['Argued with BEN and zoe.', 'Argued with the other young person and the other young person.'],
    ['She will see Will.', 'She will see the other young person.'],
    ['Nobody at all.', 'Nobody at all.'],
  ])('names nobody: %s', (text, without) => {
    expect(withoutNames(text, ['Ben', 'Zoë', 'Will'])).toBe(without);
  });
});
