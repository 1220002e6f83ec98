import { impatientWith } from '../support/attacks/patience';
import { patternsIn } from '../support/attacks/patterns';

const { patterns, composed } = patternsIn(['src', 'config', 'migrations']);

/** Put together while running: of our own cookie's name, and of young people's names with nothing in them left to mean. */
const COMPOSED = ['src/platform/form-token.ts', 'src/domain/names-in.ts'];

it('has no pattern that a long text could keep busy', async () => {
  expect(patterns.length).toBeGreaterThan(50);
  expect(await impatientWith(patterns)).toEqual([]);
});

it('puts no pattern together from what somebody sent', () => {
  expect(composed.filter((at) => !COMPOSED.includes(at))).toEqual([]);
});

it.each([
  ['^(a+)+$', ''],
  ['\\s+$', ''],
  ['\\d+-\\d+', 'g'],
])('would find out that /%s/ is slow', async (source, flags) => {
  expect(await impatientWith([{ source, flags, at: 'here' }], 1500)).toHaveLength(1);
});
