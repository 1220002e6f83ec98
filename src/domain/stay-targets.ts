import type { CalendarDate } from './calendar-date';
import type { Diary, ProposedStay, Room, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { assess } from './placement';

/** Another room, from tonight on when the young person is here. */
export interface RoomTarget {
  readonly room: Room;
  readonly whyNot: readonly Finding[];
}

/** Another day to leave on: it works, or why it does not. */
export interface DepartureOffer {
  readonly departsOn: CalendarDate;
  readonly whyNot: readonly Finding[];
}

/** Another stay to exchange rooms with. */
export interface SwapOffer {
  readonly stayId: string;
  readonly whyNot: readonly Finding[];
}

/** A stay that has a room, as it would be asked for anew. */
export type Lodged = ProposedStay & Required<Pick<ProposedStay, 'changesStayId' | 'lodgings'>>;

/** Every room but the one it has last, judged whole: what speaks against the stay anywhere speaks against each. */
export function roomTargets(stay: Lodged, diary: Diary, kind: StayKind): RoomTarget[] {
  const byNight = new DiaryByNight(diary);
  const others = diary.rooms.filter(({ id }) => id !== stay.lodgings.at(-1)?.roomId);
  return others.map((room) => {
    const { findings } = assess([{ ...stay, roomId: room.id }], byNight, kind);
    return { room, whyNot: refused(findings) };
  });
}

/** Each day as if it had been asked for; the room stays open, as when dates are changed. */
export function departureOffers(
  stay: Lodged,
  days: readonly CalendarDate[],
  diary: Diary,
  kind: StayKind,
): DepartureOffer[] {
  const byNight = new DiaryByNight(diary);
  return days.map((departsOn) => {
    const asked = { ...stay, nights: { from: stay.nights.from, to: departsOn } };
    return { departsOn, whyNot: refused(assess([asked], byNight, kind).findings) };
  });
}

/** Each of the others as if the two had been asked for in each other's last room. */
export function swapOffers(
  stay: Lodged,
  others: readonly Lodged[],
  diary: Diary,
  kind: StayKind,
): SwapOffer[] {
  const byNight = new DiaryByNight(diary);
  const ours = stay.lodgings.at(-1)?.roomId;
  return others.flatMap((other) => {
    const theirs = other.lodgings.at(-1)?.roomId;
    if (!ours || !theirs || ours === theirs) return [];
    const asked = [
      { ...stay, roomId: theirs },
      { ...other, roomId: ours },
    ];
    const { findings } = assess(asked, byNight, kind);
    return [{ stayId: other.changesStayId, whyNot: refused(findings) }];
  });
}

/** What somebody may still acknowledge or authorise stands in nobody's way yet. */
function refused(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level }) => level === 'refuse');
}
