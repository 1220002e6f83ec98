import { hasEveryWord } from '../../src/domain/words-in';

it.each([
  ['Room 2, Ocean', 'ocean'],
  ['Room 2, Ocean', 'OCE ro'],
  ['Zoë’s family', 'zoe'],
  ['Zoe', 'Zoë'],
  ['Write the plan', 'plan write'],
])('finds %p by %p', (text, asked) => {
  expect(hasEveryWord(text, asked)).toBe(true);
});

it.each([
  ['Room 2, Ocean', 'cean'],
  ['Room 2, Ocean', 'ocean 3'],
  ['Room 2, Ocean', ''],
  ['Room 2, Ocean', ' … '],
  ['', 'ocean'],
])('does not find %p by %p', (text, asked) => {
  expect(hasEveryWord(text, asked)).toBe(false);
});
