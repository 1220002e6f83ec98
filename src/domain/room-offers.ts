import type { Diary, ProposedStay, Room, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding, FindingCode } from './findings';
import { assess } from './placement';

/** A room for a stay: free the whole time, or why it is not. */
export interface RoomOffer {
  readonly room: Room;
  readonly whyNot: readonly Finding[];
}

const OF_THE_ROOM: readonly FindingCode[] = ['room-taken', 'room-closed', 'unit-closed'];

/** Every room of the unit, as if it had been asked for by name. */
export function roomOffers(stay: ProposedStay, diary: Diary, kind: StayKind): RoomOffer[] {
  const byNight = new DiaryByNight(diary);
  return diary.rooms.map((room) => {
    const { findings } = assess([{ ...stay, roomId: room.id }], byNight, kind);
    return { room, whyNot: findings.filter(({ code }) => OF_THE_ROOM.includes(code)) };
  });
}
