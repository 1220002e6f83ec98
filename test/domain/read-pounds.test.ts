import { readPounds } from '../../src/domain/read-pounds';

it.each([
  ['672,750', 67_275_000],
  ['£672,750.00', 67_275_000],
  ['672 750.5', 67_275_050],
  ['467.19', 46_719],
  ['0', 0],
  [' 12.05 ', 1_205],
])('reads %s as pounds', (typed, pence) => {
  expect(readPounds(typed)).toBe(pence);
});

it.each(['', 'lots', '-5', '1,44', '12.345', '12.', '1e6', '€5', '99999999999'])(
  'does not read %p as pounds',
  (typed) => {
    expect(readPounds(typed)).toBeUndefined();
  },
);
