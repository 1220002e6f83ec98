import { mayPlace } from '../../src/domain/findings';
import { assess } from '../../src/domain/placement';
import { aDiary, aStay, asking, closed, judged } from './a-diary';

const NOTHING_GIVEN = { acknowledged: [], authorised: [] };

it('answers with the rooms each would have, in the order asked', () => {
  const asked = ['ben', 'ann'].map((id) => asking(id, '2025-03-14', '2025-03-17'));
  const { findings, rooms } = assess(asked, aDiary({ assessments: [judged('ann', 'ben')] }), 'planned');
  const nights = { from: '2025-03-14', to: '2025-03-17' };
  expect(findings).toEqual([]);
  expect(rooms).toEqual([
    { youngPersonId: 'ben', lodgings: [{ roomId: 'room-1', nights }] },
    { youngPersonId: 'ann', lodgings: [{ roomId: 'room-2', nights }] },
  ]);
});

it('gives nobody a room when one of a group can have none', () => {
  const asked = [
    asking('ann', '2025-03-14', '2025-03-17'),
    asking('ben', '2025-03-14', '2025-03-17', { roomId: 'room-1' }),
  ];
  const diary = aDiary({
    closures: [closed(1, '2025-03-16', '2025-03-18')],
    assessments: [judged('ann', 'ben')],
  });
  const { findings, rooms } = assess(asked, diary, 'planned');
  expect(rooms).toEqual([]);
  expect(findings.map(({ code, youngPersonId }) => [code, youngPersonId])).toEqual([['room-closed', 'ben']]);
});

it('places a stay once its controls are acknowledged', () => {
  const diary = aDiary({
    stays: [aStay('dan', 1, '2025-03-14', '2025-03-17')],
    assessments: [judged('ann', 'dan', 'with-controls')],
  });
  const { findings } = assess([asking('ann', '2025-03-14', '2025-03-17')], diary, 'planned');
  expect(mayPlace(findings, NOTHING_GIVEN)).toBe(false);
  expect(mayPlace(findings, { ...NOTHING_GIVEN, acknowledged: ['controls'] })).toBe(true);
});

it('places an emergency beside somebody not assessed once a manager authorises it, and never a planned stay', () => {
  const diary = aDiary({ stays: [aStay('dan', 1, '2025-03-14', '2025-03-17')] });
  const asked = [asking('ann', '2025-03-14', '2025-03-17')];
  const given = { ...NOTHING_GIVEN, authorised: ['not-assessed'] };
  expect(mayPlace(assess(asked, diary, 'emergency').findings, NOTHING_GIVEN)).toBe(false);
  expect(mayPlace(assess(asked, diary, 'emergency').findings, given)).toBe(true);
  expect(mayPlace(assess(asked, diary, 'planned').findings, given)).toBe(false);
});

it('tells of a room move and places it without more', () => {
  const diary = aDiary({
    rooms: aDiary().rooms.slice(0, 2),
    stays: [aStay('dan', 1, '2025-03-16', '2025-03-18'), aStay('eve', 2, '2025-03-13', '2025-03-15')],
    assessments: [judged('ann', 'dan'), judged('ann', 'eve')],
  });
  const { findings, rooms } = assess([asking('ann', '2025-03-14', '2025-03-17')], diary, 'planned');
  expect(findings).toEqual([
    {
      code: 'room-move',
      level: 'inform',
      youngPersonId: 'ann',
      roomIds: ['room-1', 'room-2'],
      nights: ['2025-03-16'],
    },
  ]);
  expect(rooms[0]?.lodgings).toEqual([
    { roomId: 'room-1', nights: { from: '2025-03-14', to: '2025-03-16' } },
    { roomId: 'room-2', nights: { from: '2025-03-16', to: '2025-03-17' } },
  ]);
  expect(mayPlace(findings, NOTHING_GIVEN)).toBe(true);
});
