import { conflictsIn } from '../../src/domain/conflicts';
import { aDiary, aStay, closed, judged, planned, settingsFrom, soloFor } from './a-diary';

const ann = aStay('ann', 1, '2025-03-14', '2025-03-17');
const dan = aStay('dan', 2, '2025-03-16', '2025-03-19');
const both = [ann.id, dan.id].sort();
const march = (told: Parameters<typeof aDiary>[0]) => conflictsIn(aDiary(told), '2025-03-01', '2025-04-01');

it('sees none between stays that nothing contradicts, assessed or not', () => {
  expect(march({ stays: [ann, dan] })).toEqual([]);
});

it('sees two stays that a later judgement says must not be together, once', () => {
  const assessments = [judged('ann', 'dan', 'not-together')];
  expect(march({ stays: [ann, dan], assessments })).toEqual([
    { code: 'not-together', nights: ['2025-03-16'], stayIds: both },
  ]);
});

it('goes on seeing them when the judgement is past its review', () => {
  const assessments = [judged('ann', 'dan', 'not-together', '2025-03-10')];
  expect(march({ stays: [ann, dan], assessments })).toEqual([
    { code: 'not-together', nights: ['2025-03-16'], stayIds: both },
  ]);
});

it('sees a later solo decision from whichever side', () => {
  for (const id of ['ann', 'dan']) {
    const soloDecisions = [soloFor(id, '2025-03-01', '2025-04-01')];
    expect(march({ stays: [ann, dan], soloDecisions })).toEqual([
      { code: 'solo-in-place', nights: ['2025-03-16'], stayIds: both },
    ]);
  }
});

it('sees no conflict with a sibling let in', () => {
  const ben = aStay('ben', 2, '2025-03-14', '2025-03-17');
  const soloDecisions = [soloFor('ann', '2025-03-01', '2025-04-01', 'ben')];
  expect(march({ stays: [ann, ben], soloDecisions })).toEqual([]);
});

it('sees everybody there when the registered places are fewer', () => {
  const settings = [settingsFrom('2020-01-01', { places: 1, ageFrom: 8, ageTo: 17 })];
  expect(march({ stays: [ann, dan], settings })).toEqual([
    { code: 'registered-places', nights: ['2025-03-16'], stayIds: both },
  ]);
});

it('sees stays in a room or a unit since closed', () => {
  const closures = [closed(1, '2025-03-15', '2025-03-16'), closed(null, '2025-03-18', '2025-03-20')];
  expect(march({ stays: [ann, dan], closures })).toEqual([
    { code: 'room-closed', nights: ['2025-03-15'], stayIds: [ann.id] },
    { code: 'unit-closed', nights: ['2025-03-18'], stayIds: [dan.id] },
  ]);
});

it('sees a planned stay whose consent was withdrawn, on the nights without it', () => {
  const plans = [planned('ann', { consent: { from: '2025-01-01', until: '2025-03-15' } }), planned('dan')];
  expect(march({ stays: [ann, dan], plans, assessments: [judged('ann', 'dan')] })).toEqual([
    { code: 'consent', nights: ['2025-03-15', '2025-03-16'], stayIds: [ann.id] },
  ]);
  const emergency = aStay('ann', 1, '2025-03-14', '2025-03-17', { kind: 'emergency' });
  expect(march({ stays: [emergency], plans })).toEqual([]);
});

it('sees a room needed tonight that somebody overdue to leave still has', () => {
  const late = aStay('eve', 1, '2025-02-20', '2025-02-25', { status: 'in-residence' });
  const tonight = aStay('ann', 1, '2025-03-01', '2025-03-03');
  expect(march({ stays: [late, tonight] })).toEqual([
    { code: 'room-taken', nights: ['2025-03-01'], stayIds: [tonight.id, late.id].sort() },
  ]);
});

it('follows a stay from room to room', () => {
  const lodgings = [
    { roomId: 'room-1', nights: { from: '2025-03-14', to: '2025-03-16' } },
    { roomId: 'room-3', nights: { from: '2025-03-16', to: '2025-03-17' } },
  ];
  const closures = [closed(1, '2025-03-16', '2025-03-20'), closed(3, '2025-03-16', '2025-03-20')];
  expect(march({ stays: [{ ...ann, lodgings }], closures })).toEqual([
    { code: 'room-closed', nights: ['2025-03-16'], stayIds: [ann.id] },
  ]);
});

it('looks only at the nights asked about, and none before today', () => {
  const closures = [closed(1, '2025-02-01', '2025-04-01')];
  const stays = [ann, aStay('eve', 1, '2025-02-10', '2025-02-12', { status: 'completed' })];
  const diary = aDiary({ stays, closures });
  expect(conflictsIn(diary, '2025-01-01', '2025-03-15')).toEqual([
    { code: 'room-closed', nights: ['2025-03-14'], stayIds: [ann.id] },
  ]);
});
