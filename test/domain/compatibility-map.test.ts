import {
  assessmentsWorth,
  pairsInTheWay,
  type Pair,
  type WaitingProposal,
} from '../../src/domain/assessments-worth';
import { compatibilityMap, nightsHangingByPerson } from '../../src/domain/compatibility-map';
import type { Finding } from '../../src/domain/findings';
import { nightsAtOdds } from '../../src/domain/nights-at-odds';
import { aDiary, aPerson, aStay, judged } from './a-diary';

const about = { level: 'refuse', nights: ['2025-03-14'] } as const;
const lacking = (youngPersonId: string, peerId: string): Finding => ({
  ...{ ...about, youngPersonId, peerId },
  code: 'not-assessed',
  reviewedOn: null,
});
const apart = (youngPersonId: string, peerId: string): Finding => ({
  ...{ ...about, youngPersonId, peerId },
  code: 'not-together',
});
const noBed: Finding = { ...about, code: 'no-bed', youngPersonId: 'ann' };
const start = (arrivesOn: string, ...findings: Finding[]) => ({ arrivesOn, findings });
const waiting = (nights: number, ...starts: WaitingProposal['starts'][number][]): WaitingProposal => ({
  nights,
  starts,
});

describe('the nights a pair keeps from being', () => {
  it('are those of a request that has no date because the two must not be together', () => {
    const proposals = [waiting(3, start('2025-03-14', apart('dan', 'ann')), start('2025-03-21', noBed))];
    expect(pairsInTheWay(proposals)).toEqual([{ youngPersonIds: ['ann', 'dan'], nights: 3 }]);
    expect(assessmentsWorth(proposals)).toEqual([]);
  });

  it('are charged to the pair an assessment would help with, as the list of those worth assessing says', () => {
    const proposals = [
      waiting(2, start('2025-03-07', apart('ann', 'dan')), start('2025-03-14', lacking('ann', 'eve'))),
    ];
    expect(pairsInTheWay(proposals)).toEqual([{ youngPersonIds: ['ann', 'eve'], nights: 2 }]);
    expect(pairsInTheWay(proposals)).toEqual(assessmentsWorth(proposals));
  });

  it('are of both pairs where both keep the best date from working', () => {
    const proposals = [waiting(2, start('2025-03-07', apart('ann', 'dan'), lacking('ann', 'eve')))];
    expect(pairsInTheWay(proposals).map(({ youngPersonIds }) => youngPersonIds)).toEqual([
      ['ann', 'dan'],
      ['ann', 'eve'],
    ]);
  });

  it('are none where a date works, or where something else stands in the way as well', () => {
    const works = waiting(2, start('2025-03-07', apart('ann', 'dan')), start('2025-03-14'));
    const neither = waiting(2, start('2025-03-07', apart('ann', 'dan'), noBed));
    expect(pairsInTheWay([works, neither])).toEqual([]);
  });
});

describe('the nights two are booked together although nothing lets them', () => {
  const stays = [aStay('ann', 1, '2025-03-10', '2025-03-14'), aStay('dan', 2, '2025-03-12', '2025-03-16')];
  const march = { from: '2025-03-01', to: '2025-04-01' };
  const between = (...assessments: ReturnType<typeof judged>[]) => [
    ...nightsAtOdds(aDiary({ stays, assessments }), march),
  ];

  it('are counted once, of two judged apart or never judged', () => {
    expect(between()).toEqual([['ann,dan', 2]]);
    expect(between(judged('ann', 'dan', 'not-together'))).toEqual([['ann,dan', 2]]);
  });

  it('are only those after the review, when what was judged lets them until then', () => {
    expect(between(judged('ann', 'dan', 'compatible', '2025-03-12'))).toEqual([['ann,dan', 1]]);
    expect(between(judged('ann', 'dan', 'compatible'))).toEqual([]);
    expect(between(judged('ann', 'dan', 'with-controls'))).toEqual([]);
  });

  it('are only those of the window, and none that are over', () => {
    const diary = aDiary({ stays, today: '2025-03-13' });
    expect([...nightsAtOdds(diary, march)]).toEqual([['ann,dan', 1]]);
    expect([...nightsAtOdds(aDiary({ stays }), { from: '2025-03-01', to: '2025-03-12' })]).toEqual([]);
  });
});

describe('the map', () => {
  const ann = aPerson('ann', 'ash');
  const ben = aPerson('ben', 'ash');
  const dan = aPerson('dan', 'family of dan');
  const map = (told: Partial<Parameters<typeof compatibilityMap>[0]> = {}) =>
    compatibilityMap({
      ...{ people: [dan, ben, ann], assessments: [], blocked: [], atOdds: new Map(), today: '2025-03-01' },
      ...told,
    });

  it('has every two once, and says of siblings that they are, and no more', () => {
    expect(
      map().map(({ youngPersonIds, standing, areSiblings }) => [youngPersonIds, standing, areSiblings]),
    ).toEqual([
      [['ann', 'ben'], 'not-assessed', true],
      [['ann', 'dan'], 'not-assessed', false],
      [['ben', 'dan'], 'not-assessed', false],
    ]);
  });

  it('puts those first whom most nights hang on, then those who must be apart', () => {
    const pair: Pair = ['ben', 'dan'];
    const sorted = map({
      assessments: [judged('ann', 'dan', 'not-together'), judged('ben', 'dan', 'compatible')],
      blocked: [{ youngPersonIds: pair, nights: 1 }],
      atOdds: new Map([['ben,dan', 2]]),
    });
    expect(sorted.map(({ youngPersonIds, standing }) => [youngPersonIds.join(), standing])).toEqual([
      ['ben,dan', 'compatible'],
      ['ann,dan', 'not-together'],
      ['ann,ben', 'not-assessed'],
    ]);
    expect([...nightsHangingByPerson(sorted)].filter(([, nights]) => nights > 0)).toEqual([
      ['ben', 3],
      ['dan', 3],
    ]);
  });

  it('says past review, whatever was judged, from the day after the last', () => {
    const standings = (today: string) =>
      map({ people: [ann, dan], assessments: [judged('ann', 'dan', 'not-together', '2025-03-10')], today });
    expect(standings('2025-03-10')).toMatchObject([{ standing: 'not-together', reviewOn: '2025-03-10' }]);
    expect(standings('2025-03-11')).toMatchObject([{ standing: 'past-review', reviewOn: '2025-03-10' }]);
  });
});
