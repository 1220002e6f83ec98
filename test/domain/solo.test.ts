import { lodgingsWithSolo, needsSoloOn, partyOf } from '../../src/domain/solo';
import { soloFor } from './a-diary';

const nights = { from: '2025-03-10', to: '2025-03-20' };
const lodgings = [
  { roomId: 'room-1', nights: { from: '2025-03-10', to: '2025-03-15' } },
  { roomId: 'room-2', nights: { from: '2025-03-15', to: '2025-03-20' } },
];
const spans = (
  stay: Parameters<typeof lodgingsWithSolo>[0],
  ...soloDecisions: ReturnType<typeof soloFor>[]
) =>
  lodgingsWithSolo(stay, { soloDecisions }).map(({ roomId, nights: { from, to }, solo }) => [
    roomId,
    from,
    to,
    solo,
  ]);

it('needs solo on the nights of a decision, and on every night when asked for', () => {
  const diary = { soloDecisions: [soloFor('ann', '2025-03-12', '2025-03-14')] };
  const on = ['2025-03-11', '2025-03-12', '2025-03-13', '2025-03-14'];
  expect(on.map((night) => needsSoloOn({ youngPersonId: 'ann' }, night, diary))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(on.every((night) => needsSoloOn({ youngPersonId: 'ann', solo: true }, night, diary))).toBe(true);
  expect(on.some((night) => needsSoloOn({ youngPersonId: 'ben' }, night, diary))).toBe(false);
});

it('cuts lodgings where a decision begins and ends, within a room and across rooms', () => {
  expect(spans({ youngPersonId: 'ann', lodgings }, soloFor('ann', '2025-03-12', '2025-03-17'))).toEqual([
    ['room-1', '2025-03-10', '2025-03-12', false],
    ['room-1', '2025-03-12', '2025-03-15', true],
    ['room-2', '2025-03-15', '2025-03-17', true],
    ['room-2', '2025-03-17', '2025-03-20', false],
  ]);
});

it('cuts nothing where one decision follows another, where none is, and where the stay is solo anyway', () => {
  const whole = [
    ['room-1', '2025-03-10', '2025-03-15', true],
    ['room-2', '2025-03-15', '2025-03-20', true],
  ];
  const following = [soloFor('ann', '2025-03-01', '2025-03-13'), soloFor('ann', '2025-03-13', '2025-04-01')];
  expect(spans({ youngPersonId: 'ann', lodgings }, ...following)).toEqual(whole);
  expect(
    spans({ youngPersonId: 'ann', lodgings, solo: true }, soloFor('ann', '2025-03-12', '2025-03-13')),
  ).toEqual(whole);
  expect(spans({ youngPersonId: 'ann', lodgings }, soloFor('ben', '2025-03-12', '2025-03-13'))).toEqual(
    whole.map(([roomId, from, to]) => [roomId, from, to, false]),
  );
});

it('makes a family one party only while a decision lets a sibling in', () => {
  const decisions = [soloFor('ann', '2025-03-01', '2025-03-12', 'ben')];
  expect(partyOf('ann', 'ash', nights, decisions)).toBe('ash');
  expect(partyOf('ben', 'ash', nights, decisions)).toBe('ash');
  expect(partyOf('cat', 'ash', nights, decisions)).toBe('cat');
  expect(partyOf('ann', 'ash', { from: '2025-03-12', to: '2025-03-20' }, decisions)).toBe('ann');
  expect(partyOf('ann', 'ash', nights, [soloFor('ann', '2025-03-01', '2025-03-12')])).toBe('ann');
});
