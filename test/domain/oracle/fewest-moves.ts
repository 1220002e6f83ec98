import type { Diary, ProposedStay } from '../../../src/domain/diary';
import { holds, isThere, nightsOf, roomOf, wasSlept } from './naive';

/** The fewest moves between rooms that could house everybody asked for, by trying everything; `Infinity` when nothing could. */
export function fewestMoves(asked: readonly ProposedStay[], diary: Diary): number {
  const nights = [...new Set(asked.flatMap((stay) => nightsOf(stay.nights)))].sort();
  const known = new Map<string, number>();

  function from(index: number, rooms: readonly (string | undefined)[]): number {
    const night = nights[index];
    if (night === undefined) return 0;
    const key = [index, ...rooms].join();
    const before = known.get(key);
    if (before !== undefined) return before;
    let fewest = Infinity;
    for (const next of waysToLodge(night, rooms, asked, diary)) {
      const moves = next.filter((room, who) => rooms[who] !== undefined && room !== rooms[who]).length;
      fewest = Math.min(fewest, moves + from(index + 1, next));
    }
    known.set(key, fewest);
    return fewest;
  }

  return from(
    0,
    asked.map(() => undefined),
  );
}

function waysToLodge(
  night: string,
  rooms: readonly (string | undefined)[],
  asked: readonly ProposedStay[],
  diary: Diary,
): (string | undefined)[][] {
  let ways: { lodged: (string | undefined)[]; taken: (string | undefined)[] }[] = [{ lodged: [], taken: [] }];
  asked.forEach((stay, who) => {
    const stays = holds(stay.nights, night);
    const slept = stays && wasSlept(stay, night, diary);
    ways = ways.flatMap(({ lodged, taken }) => {
      if (!stays) return [{ lodged: [...lodged, rooms[who]], taken }];
      const own = diary.stays.find(({ id }) => id === stay.changesStayId);
      if (slept && own) return [{ lodged: [...lodged, roomOf(own, night)], taken }];
      return roomsToBeHad(stay, night, asked, diary)
        .filter((room) => !taken.includes(room))
        .map((room) => ({ lodged: [...lodged, room], taken: [...taken, room] }));
    });
  });
  return ways.map(({ lodged }) => lodged);
}

/** Rooms that nobody booked has that night, that are open, and that are the one named if one is. */
export function roomsToBeHad(
  stay: ProposedStay,
  night: string,
  asked: readonly ProposedStay[],
  diary: Diary,
): string[] {
  const changed = asked.map(({ changesStayId }) => changesStayId);
  const taken = diary.stays
    .filter((other) => !changed.includes(other.id) && isThere(other, night, diary))
    .map((other) => roomOf(other, night));
  const closed = diary.closures.filter(({ nights }) => holds(nights, night)).map(({ roomId }) => roomId);
  return diary.rooms
    .map(({ id }) => id)
    .filter((id) => !taken.includes(id) && !closed.includes(id) && !closed.includes(null))
    .filter((id) => stay.roomId === undefined || stay.roomId === id);
}
