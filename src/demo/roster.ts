import { addDays, daysBetween, weekdayOf, type CalendarDate } from '../domain/calendar-date';
import type { StayKind } from '../domain/diary';
import type { EndedBy } from '../domain/ledger';
import { shareANight, type Nights } from '../domain/nights';
import { GROUPS, groupNumber, LET_IN, LONG_STAYER, SOLO, TWINS_AND_SISTER } from './young-people';

const WEEKS = 8;

/** Whoever has it leaves today, so that an emergency finds a bed. */
const FREE_TONIGHT = 2;

interface DemoClosure {
  /** The room's number. */
  readonly room: number;
  readonly nights: Nights;
  readonly kind: 'repair' | 'staffing';
  readonly reason: string;
}

/** What comes of a stay in the end; of one to come, what is asked for. */
type Fate = 'stays' | 'held' | 'not-arrived' | { readonly by: EndedBy; readonly notice: number };

export interface DemoStay {
  readonly name: string;
  readonly room: number;
  readonly nights: Nights;
  readonly kind: StayKind;
  readonly fate: Fate;
  /** The unit to themselves, but for a sibling let in. */
  readonly solo?: boolean;
  /** Placed together, all or none. */
  readonly together?: string;
}

export interface Roster {
  readonly stays: readonly DemoStay[];
  readonly closures: readonly DemoClosure[];
  readonly solo: { readonly past: Nights; readonly ahead: Nights };
}

/** Eight weeks back and eight ahead of a day: the same for the same weekday, whatever the date. */
export function rosterAround(today: CalendarDate): Roster {
  const monday = addDays(today, 1 - weekdayOf(today));
  const solo = { past: slotNights(monday, -9), ahead: slotNights(monday, 6) };
  const long = { from: addDays(today, -5), to: addDays(today, 6) };
  const closures = closuresAround(monday);
  const slots = Array.from({ length: 4 * WEEKS + 1 }, (_, index) => index - 2 * WEEKS);
  const usual = slots
    .flatMap((slot) => groupStays(slot, slotNights(monday, slot), today))
    .filter(({ nights }) => !shareANight(nights, solo.past) && !shareANight(nights, solo.ahead))
    .filter(({ nights, room }) => room !== 4 || !shareANight(nights, long))
    .filter(
      (stay) =>
        !closures.some((closure) => closure.room === stay.room && shareANight(closure.nights, stay.nights)),
    );
  const stays = [
    ...usual,
    stayOf(LONG_STAYER, 4, long, 'emergency'),
    ...alone(solo.past),
    ...alone(solo.ahead),
  ];
  return { stays, closures, solo };
}

/** Monday to Friday, then Friday to Monday, and so on. */
function slotNights(monday: CalendarDate, slot: number): Nights {
  const from = addDays(monday, 7 * Math.floor(slot / 2));
  return slot % 2 === 0 ? { from, to: addDays(from, 4) } : { from: addDays(from, 4), to: addDays(from, 7) };
}

/** The groups take turns; each time some come late, leave early, cancel, or are not asked for. */
function groupStays(slot: number, nights: Nights, today: CalendarDate): DemoStay[] {
  const group = ((slot % GROUPS) + GROUPS) % GROUPS;
  return groupNumber(group).flatMap(({ name }, index): DemoStay[] => {
    const lot = (slot * slot + 7 * slot + 5 * index + 110) % 11;
    const usual = stayOf(name, index + 1, nights, 'planned');
    const isSibling = TWINS_AND_SISTER.some((sibling) => sibling === name);
    if (isSibling && nights.from > today) return [{ ...usual, together: `siblings ${slot}` }];
    return vary(usual, lot, daysBetween(today, nights.from));
  });
}

function vary(stay: DemoStay, lot: number, daysAhead: number): DemoStay[] {
  const { from, to } = stay.nights;
  const isUnderWay = daysAhead <= 0 && daysAhead > -4;
  if (isUnderWay && daysAhead < 0 && stay.room === FREE_TONIGHT)
    return [{ ...stay, nights: { from, to: addDays(from, -daysAhead) } }];
  if (isUnderWay) return [stay];
  if (lot === 0 || (daysAhead > 28 && lot > 6)) return [];
  if (lot === 3) return [{ ...stay, fate: { by: 'family', notice: 12 } }];
  if (lot === 5 && daysAhead < 0) return [{ ...stay, fate: { by: 'young-person', notice: 2 } }];
  if (lot === 5) return [{ ...stay, fate: 'held' }];
  if (lot === 7 && daysAhead < 0) return [{ ...stay, fate: 'not-arrived' }];
  if (lot === 2) return [{ ...stay, nights: { from, to: addDays(to, -1) } }];
  if (lot === 8) return [{ ...stay, nights: { from: addDays(from, 1), to } }];
  return [lot === 9 && daysAhead < 0 ? { ...stay, kind: 'emergency' } : stay];
}

function alone(nights: Nights): DemoStay[] {
  return [
    { ...stayOf(SOLO, 2, nights, 'planned'), solo: true },
    stayOf(LET_IN, 3, { ...nights, to: addDays(nights.to, -1) }, 'planned'),
  ];
}

function stayOf(name: string, room: number, nights: Nights, kind: StayKind): DemoStay {
  return { name, room, nights, kind, fate: 'stays' };
}

function closuresAround(monday: CalendarDate): DemoClosure[] {
  const past = { from: addDays(monday, -26), to: addDays(monday, -21) };
  const ahead = { from: addDays(monday, 32), to: addDays(monday, 35) };
  return [
    { room: 3, nights: past, kind: 'repair', reason: 'The shower leaked into the room below.' },
    { room: 1, nights: ahead, kind: 'staffing', reason: 'One night worker short over the weekend.' },
  ];
}
