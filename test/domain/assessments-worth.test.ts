import { assessmentsWorth, type WaitingProposal } from '../../src/domain/assessments-worth';
import type { Finding } from '../../src/domain/findings';

type Start = WaitingProposal['starts'][number];

const lacking = (youngPersonId: string, peerId: string): Finding => ({
  code: 'not-assessed',
  level: 'refuse',
  nights: ['2025-03-14'],
  youngPersonId,
  peerId,
  reviewedOn: null,
});
const noBed: Finding = { code: 'no-bed', level: 'refuse', nights: ['2025-03-14'], youngPersonId: 'ann' };
const told: Finding = {
  code: 'room-move',
  level: 'inform',
  nights: ['2025-03-15'],
  youngPersonId: 'ann',
  roomIds: [],
};

const start = (arrivesOn: string, ...findings: Finding[]): Start => ({ arrivesOn, findings });
const waiting = (nights: number, ...starts: Start[]): WaitingProposal => ({ nights, starts });

it('counts the nights of a date that fails only for want of an assessment, for the pair it lacks', () => {
  const proposal = waiting(3, start('2025-03-14', lacking('dan', 'ann'), told), start('2025-03-21', noBed));
  expect(assessmentsWorth([proposal])).toEqual([{ youngPersonIds: ['ann', 'dan'], nights: 3 }]);
});

it('counts nothing where another reason stands in the way, or where a date already works', () => {
  expect(assessmentsWorth([waiting(3, start('2025-03-14', lacking('ann', 'dan'), noBed))])).toEqual([]);
  const works = waiting(3, start('2025-03-14', lacking('ann', 'dan')), start('2025-03-21', told));
  expect(assessmentsWorth([works, waiting(2)])).toEqual([]);
});

it('counts only the best date: the one that lacks fewest pairs, then the soonest', () => {
  const proposal = waiting(
    2,
    start('2025-03-07', lacking('ann', 'dan'), lacking('ann', 'eve')),
    start('2025-03-21', lacking('ann', 'gus')),
    start('2025-03-14', lacking('ann', 'fay'), lacking('fay', 'ann')),
  );
  expect(assessmentsWorth([proposal])).toEqual([{ youngPersonIds: ['ann', 'fay'], nights: 2 }]);
});

it('adds up what several wait for, and puts most nights first', () => {
  const proposals = [
    waiting(2, start('2025-03-14', lacking('ann', 'dan'))),
    waiting(4, start('2025-03-14', lacking('ben', 'eve'), lacking('ben', 'cat'))),
    waiting(7, start('2025-04-04', lacking('dan', 'ann'))),
  ];
  expect(assessmentsWorth(proposals)).toEqual([
    { youngPersonIds: ['ann', 'dan'], nights: 9 },
    { youngPersonIds: ['ben', 'cat'], nights: 4 },
    { youngPersonIds: ['ben', 'eve'], nights: 4 },
  ]);
});
