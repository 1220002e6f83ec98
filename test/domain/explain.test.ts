import { explain } from '../../src/domain/explain';
import { LEVELS } from '../../src/domain/rules/levels';
import type { Finding } from '../../src/domain/findings';
import { sayDate, sayNights } from '../../src/domain/say-dates';

const about = { youngPersonId: 'ann', nights: ['2025-03-14', '2025-03-15'] };
const refused = { ...about, level: 'refuse' } as const;

const ONE_OF_EACH: readonly Finding[] = [
  { ...refused, code: 'no-bed' },
  { ...refused, code: 'room-taken', roomId: 'room-1' },
  { ...refused, code: 'room-closed', roomId: 'room-1', closedUntil: '2025-03-16' },
  { ...refused, code: 'unit-closed', closedUntil: '2025-03-16' },
  { ...refused, code: 'registered-places', places: 4 },
  { ...refused, code: 'already-staying' },
  { ...refused, code: 'outside-statement-of-purpose', ageFrom: 8, ageTo: 17 },
  { ...refused, code: 'not-together', peerId: 'dan-the-peer' },
  { ...about, level: 'authorise', code: 'not-together', peerId: 'dan-the-peer' },
  { ...refused, code: 'not-assessed', peerId: 'dan-the-peer', reviewedOn: null },
  {
    ...refused,
    code: 'not-assessed',
    peerId: 'dan-the-peer',
    reviewedOn: '2025-03-01',
    lapsed: 'compatible',
  },
  { ...about, level: 'authorise', code: 'not-assessed', peerId: 'dan-the-peer', reviewedOn: null },
  {
    ...about,
    level: 'acknowledge',
    code: 'controls',
    peerId: 'dan-the-peer',
    controls: 'Keep from dan-the-peer',
  },
  { ...refused, code: 'solo-in-place', peerId: 'dan-the-peer' },
  { ...refused, code: 'solo-needs-unit', peerIds: ['dan-the-peer'] },
  { ...refused, code: 'visit-places', places: 4 },
  { ...about, level: 'authorise', code: 'kept-for-planned', kept: 2, displaces: false },
  { ...refused, code: 'kept-for-planned', kept: 0, displaces: true },
  { ...about, level: 'authorise', code: 'kept-for-emergency', kept: 1 },
  {
    ...about,
    level: 'authorise',
    code: 'protected',
    stays: [{ stayId: 'room-1-stay-of-dan', because: 'arrives-today' }],
  },
  { ...about, level: 'inform', code: 'police-protection-72h', endsAt: '2025-03-16T22:10:00Z' },
  { ...about, level: 'acknowledge', code: 'siblings-split', siblingIds: ['dan-the-peer'] },
  { ...about, level: 'inform', code: 'siblings-split', siblingIds: ['dan-the-peer'] },
  { ...about, level: 'inform', code: 'room-move', roomIds: ['room-1', 'room-2'] },
  { ...refused, code: 'no-plan' },
  { ...refused, code: 'plan-not-agreed' },
  { ...refused, code: 'outside-plan', plan: { from: '2025-01-01', to: '2025-03-14' } },
  { ...refused, code: 'cas-plan-not-open', standing: 'dormant' },
  { ...refused, code: 'nights-used', agreed: 10, per: 'year', used: 9 },
  { ...refused, code: 'consent', withdrawnOn: null },
  { ...refused, code: 'series-17', count: 19, most: 17 },
  { ...refused, code: 'series-75', count: 76, most: 75 },
];

it('has words and a remedy for every finding there is, with its nights', () => {
  expect(new Set(ONE_OF_EACH.map(({ code }) => code))).toEqual(new Set(Object.keys(LEVELS)));
  for (const finding of ONE_OF_EACH) {
    const { message, remedy } = explain(finding);
    expect(message).toContain('Fri 14 to Sat 15 March');
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});

it('never says who the other young person is, nor what the controls say', () => {
  for (const finding of ONE_OF_EACH)
    expect(Object.values(explain(finding)).join()).not.toMatch(/dan|room-\d|Keep/);
});

it('says what an assessment past its review said, when it said not together', () => {
  const lapsed = { ...refused, code: 'not-assessed', peerId: 'dan', reviewedOn: '2025-03-01' } as const;
  expect(explain({ ...lapsed, lapsed: 'not-together' }).message).toContain('must not be together');
  expect(explain({ ...lapsed, lapsed: 'compatible' }).message).toContain('only until Sat 1 March 2025');
});

it('tells an emergency what a manager may authorise, and a planned stay that nobody may', () => {
  const finding = { ...about, code: 'not-together', peerId: 'dan' } as const;
  expect(explain({ ...finding, level: 'authorise' }).remedy).toContain('manager');
  expect(explain({ ...finding, level: 'refuse' }).remedy).not.toContain('manager');
});

describe('dates as people say them', () => {
  it('says one night, a run, and several runs', () => {
    expect(sayNights(['2025-03-14'])).toBe('the night of Fri 14 March');
    expect(sayNights(['2025-03-30', '2025-03-31', '2025-04-01'])).toBe(
      'the nights of Sun 30 March to Tue 1 April',
    );
    expect(sayNights(['2025-03-14', '2025-03-15', '2025-03-18', '2025-03-20'])).toBe(
      'the nights of Fri 14 to Sat 15 March, Tue 18 March and Thu 20 March',
    );
  });

  it('names the years when there is more than one', () => {
    expect(sayNights(['2025-12-31', '2026-01-01'])).toBe(
      'the nights of Wed 31 December 2025 to Thu 1 January 2026',
    );
    expect(sayDate('2028-02-29')).toBe('Tue 29 February 2028');
  });
});

it('sends nobody who needs a bed tonight to other dates', () => {
  for (const finding of ONE_OF_EACH) {
    const { remedy } = explain({ ...finding, emergency: true, level: finding.level });
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
  for (const code of ['no-bed', 'already-staying'] as const)
    expect(explain({ ...refused, code, emergency: true }).remedy).not.toContain('dates');
});
