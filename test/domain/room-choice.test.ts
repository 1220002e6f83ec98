import { chooseRooms } from '../../src/domain/room-choice';
import { aDiary, aRoom, aStay, asking, closed } from './a-diary';

const ann = asking('ann', '2025-03-14', '2025-03-17');
const ben = asking('ben', '2025-03-14', '2025-03-17');
const diaryOf = (...stays: ReturnType<typeof aStay>[]) => aDiary({ stays });

function roomsOf(asked: Parameters<typeof chooseRooms>[0], diary: Parameters<typeof chooseRooms>[1]) {
  return chooseRooms(asked, diary)?.map(({ lodgings }) =>
    lodgings.map(({ roomId }) => roomId).join(' then '),
  );
}

it('takes the room of the lowest number when all are alike', () => {
  const shuffled = aDiary({ rooms: [3, 1, 4, 2].map((number) => aRoom(number)) });
  expect(roomsOf([ann, ben], shuffled)).toEqual(['room-1', 'room-2']);
});

it('keeps to one room throughout, though a nicer one is free for part of the stay', () => {
  const rooms = [aRoom(1, 'sensory'), aRoom(2)];
  const diary = aDiary({ rooms, stays: [aStay('dan', 1, '2025-03-16', '2025-03-20')] });
  expect(roomsOf([{ ...ann, wishes: ['sensory'] }], diary)).toEqual(['room-2']);
});

it('puts the shorter stay where only it fits, so that siblings all keep one room', () => {
  const diary = aDiary({ rooms: [aRoom(1), aRoom(2)], stays: [aStay('dan', 1, '2025-03-16', '2025-03-20')] });
  const shortBen = asking('ben', '2025-03-14', '2025-03-16');
  expect(roomsOf([ann, shortBen], diary)).toEqual(['room-2', 'room-1']);
  expect(roomsOf([shortBen, ann], diary)).toEqual(['room-1', 'room-2']);
});

it('prefers the features wished for, the first wish before all others', () => {
  const rooms = [aRoom(1), aRoom(2, 'garden', 'music'), aRoom(3, 'sensory')];
  expect(roomsOf([{ ...ann, wishes: ['garden'] }], aDiary({ rooms }))).toEqual(['room-2']);
  const wishes = ['sensory', 'garden', 'music'];
  expect(roomsOf([{ ...ann, wishes }], aDiary({ rooms }))).toEqual(['room-3']);
});

it('keeps the present room when dates change, though another has what was wished for', () => {
  const diary = aDiary({ rooms: [aRoom(1), aRoom(2, 'garden'), aRoom(3)] });
  const lodgings = [{ roomId: 'room-3', nights: { from: '2025-03-13', to: '2025-03-15' } }];
  expect(roomsOf([{ ...ann, wishes: ['garden'], lodgings }], diary)).toEqual(['room-3']);
});

it('fits a stay into a gap it fills, to keep long gaps whole', () => {
  const diary = diaryOf(
    aStay('dan', 3, '2025-03-10', '2025-03-14'),
    aStay('eve', 3, '2025-03-17', '2025-03-20'),
  );
  expect(roomsOf([ann], diary)).toEqual(['room-3']);
});

it('leaves no single night between two stays when it can', () => {
  const diary = diaryOf(
    aStay('dan', 1, '2025-03-18', '2025-03-20'),
    aStay('eve', 2, '2025-03-24', '2025-03-26'),
  );
  expect(roomsOf([ann], { ...diary, rooms: diary.rooms.slice(0, 2) })).toEqual(['room-2']);
});

it('moves as little as it must when no room is free on every night', () => {
  const stays = [
    aStay('dan', 1, '2025-03-15', '2025-03-20'),
    aStay('eve', 2, '2025-03-16', '2025-03-20'),
    aStay('fay', 3, '2025-03-10', '2025-03-16'),
  ];
  const diary = { ...diaryOf(...stays), rooms: diaryOf().rooms.slice(0, 3) };
  expect(roomsOf([ann], diary)).toEqual(['room-2 then room-3']);
});

it('moves one of two siblings rather than both', () => {
  const stays = [aStay('dan', 1, '2025-03-16', '2025-03-20'), aStay('eve', 2, '2025-03-10', '2025-03-16')];
  const diary = { ...diaryOf(...stays), rooms: diaryOf().rooms.slice(0, 3) };
  expect(roomsOf([ann, ben], diary)).toEqual(['room-1 then room-2', 'room-3']);
});

it('keeps a named room, and others out of it', () => {
  expect(roomsOf([ann, { ...ben, roomId: 'room-1' }], aDiary())).toEqual(['room-2', 'room-1']);
});

it('has nothing to offer when some night has too few rooms', () => {
  const closures = [1, 2, 3].map((room) => closed(room, '2025-03-15', '2025-03-16'));
  expect(chooseRooms([ann, ben], aDiary({ closures }))).toBeUndefined();
  expect(
    chooseRooms([ann], aDiary({ closures: [closed(null, '2025-03-15', '2025-03-16')] })),
  ).toBeUndefined();
});

it('leaves the nights already slept where they were, and moves only for those to come', () => {
  const stays = [
    aStay('ann', 1, '2025-02-27', '2025-03-02', { status: 'in-residence' }),
    aStay('dan', 1, '2025-03-02', '2025-03-09'),
  ];
  const changesStayId = stays[0]?.id ?? '';
  const extended = asking('ann', '2025-02-27', '2025-03-04', { changesStayId });
  expect(chooseRooms([extended], aDiary({ stays }))?.[0]?.lodgings).toEqual([
    { roomId: 'room-1', nights: { from: '2025-02-27', to: '2025-03-02' } },
    { roomId: 'room-2', nights: { from: '2025-03-02', to: '2025-03-04' } },
  ]);
  const moved = asking('ann', '2025-02-27', '2025-03-02', { changesStayId, roomId: 'room-4' });
  expect(chooseRooms([moved], aDiary({ stays }))?.[0]?.lodgings).toEqual([
    { roomId: 'room-1', nights: { from: '2025-02-27', to: '2025-03-01' } },
    { roomId: 'room-4', nights: { from: '2025-03-01', to: '2025-03-02' } },
  ]);
});
