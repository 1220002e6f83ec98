import { addDays, type CalendarDate } from './calendar-date';
import type { Diary, DiaryStay, UnitSettings } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import type { Guest } from './night-page';
import type { Nights } from './nights';
import { assess } from './placement';
import { aboutAStranger, freeBeds, isInAnybodysWay, type FreeBed } from './tonight-beds';

/** Nights looked at, tonight included. */
export const NIGHTS_AHEAD = 14;

/** Somebody who has a bed tonight. */
interface TonightGuest extends Guest {
  readonly stay: DiaryStay;
}

export type Pair = Extract<Finding, { readonly code: 'not-together' | 'not-assessed' | 'controls' }>;

/** A unit's night as whoever needs a bed in it has to know it. */
export interface TonightFacts {
  readonly on: CalendarDate;
  readonly settings: UnitSettings;
  readonly rooms: number;
  readonly beds: readonly FreeBed[];
  /** What is in the way of everybody; nothing when there is a bed. */
  readonly refusals: readonly Finding[];
  readonly guests: readonly TonightGuest[];
  /** How many of them somebody unknown would meet without an assessment. */
  readonly toAssess: number;
  /** Judgements on two of the guests that whoever is on duty must know. */
  readonly pairs: readonly Pair[];
  readonly unitClosedUntil: CalendarDate | null;
  readonly closedRooms: readonly { readonly roomId: string; readonly until: CalendarDate }[];
  /** Those expected next, all on one day. */
  readonly nextArrivals: readonly DiaryStay[];
}

/** @param diary read from tonight on, for as many nights as are looked at. */
export function tonightFacts(diary: Diary): TonightFacts {
  const byNight = new DiaryByNight(diary);
  const on = diary.today;
  const page = byNight.on(on);
  const tonight = { from: on, to: addDays(on, 1) };
  const findings = aboutAStranger(tonight, byNight);
  const beds = freeBeds({ from: on, to: addDays(on, NIGHTS_AHEAD) }, byNight);
  return {
    on,
    settings: page.settings,
    rooms: byNight.rooms.length,
    beds,
    refusals: beds.length > 0 ? [] : findings.filter(isInAnybodysWay),
    guests: page.guests.flatMap((guest) => {
      const stay = byNight.stay(guest.stayId);
      return stay ? [{ ...guest, stay }] : [];
    }),
    toAssess: findings.filter(({ code }) => code === 'not-assessed').length,
    pairs: page.guests.flatMap((guest) => pairsOf(guest, tonight, byNight)),
    unitClosedUntil: page.unitIsClosed ? page.unitReopensOn() : null,
    closedRooms: byNight.rooms
      .filter(({ id }) => page.roomIsClosed(id))
      .map(({ id }) => ({ roomId: id, until: page.roomReopensOn(id) })),
    nextArrivals: nextOf(diary.stays),
  };
}

/** Each pair once. */
function pairsOf({ youngPersonId, stayId }: Guest, nights: Nights, diary: DiaryByNight): Pair[] {
  const asked = [{ youngPersonId, nights, changesStayId: stayId }];
  return assess(asked, diary, 'planned').findings.filter(
    (finding): finding is Pair =>
      (finding.code === 'not-together' || finding.code === 'not-assessed' || finding.code === 'controls') &&
      finding.peerId > youngPersonId,
  );
}

function nextOf(stays: readonly DiaryStay[]): DiaryStay[] {
  const expected = stays.filter(({ status }) => status === 'confirmed');
  const days = expected.map(({ nights }) => nights.from).sort();
  return expected.filter(({ nights }) => nights.from === days[0]);
}
