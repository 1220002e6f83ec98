import { authorisedMixes, type JudgedPair, type Resident } from '../../src/domain/authorised-mixes';

const [A, B, C] = ['a', 'b', 'c'] as const;
const on = '2026-03-11';

const here = (youngPersonId: string, ...authorised: string[]): Resident => ({
  stayId: `stay-of-${youngPersonId}`,
  youngPersonId,
  authorised,
});

const judged = (outcome: JudgedPair['outcome'], also: Partial<JudgedPair> = {}): JudgedPair => ({
  youngPersonIds: [A, B],
  outcome,
  reviewOn: '2026-04-01',
  isProvisional: false,
  ...also,
});

const standing = (residents: Resident[], ...judgements: JudgedPair[]) =>
  authorisedMixes(residents, judgements, on).map((mix) => [mix.youngPersonIds.join(), mix.standing]);

describe('a mix that rests on an authorisation', () => {
  it('is a pair nobody has assessed, or judged not together, whichever of the two the authority was given for', () => {
    expect(standing([here(A, 'not-assessed'), here(B)])).toEqual([['a,b', 'not-assessed']]);
    expect(standing([here(B), here(A, 'not-assessed')])).toEqual([['a,b', 'not-assessed']]);
    expect(standing([here(A), here(B, 'not-together')], judged('not-together'))).toEqual([
      ['a,b', 'not-together'],
    ]);
  });

  it('is a pair judged provisionally, with controls or without, whether or not anything was authorised', () => {
    for (const outcome of ['compatible', 'with-controls'] as const)
      expect(standing([here(A), here(B)], judged(outcome, { isProvisional: true }))).toEqual([
        ['a,b', 'provisional'],
      ]);
  });

  it('is no longer one when the pair is judged in full, and is again the day after that review', () => {
    expect(standing([here(A, 'not-assessed'), here(B)], judged('with-controls'))).toEqual([]);
    expect(standing([here(A, 'not-assessed'), here(B)], judged('compatible', { reviewOn: on }))).toEqual([]);
    const lapsed = judged('compatible', { reviewOn: '2026-03-10' });
    expect(standing([here(A, 'not-assessed'), here(B)], lapsed)).toEqual([['a,b', 'not-assessed']]);
  });

  it('is not a pair where something else was authorised', () => {
    expect(standing([here(A, 'series-75', 'nights-used'), here(B)])).toEqual([]);
  });

  it('names each pair once, with both stays, and leaves out those found compatible', () => {
    const mixes = authorisedMixes(
      [here(C, 'not-assessed', 'not-together'), here(B), here(A)],
      [judged('compatible'), judged('not-together', { youngPersonIds: [B, C] })],
      on,
    );
    expect(mixes).toEqual([
      { youngPersonIds: [B, C], stayIds: ['stay-of-b', 'stay-of-c'], standing: 'not-together' },
      { youngPersonIds: [A, C], stayIds: ['stay-of-a', 'stay-of-c'], standing: 'not-assessed' },
    ]);
  });

  it('takes two: somebody alone is with nobody', () => {
    expect(standing([here(A, 'not-assessed')])).toEqual([]);
  });
});
