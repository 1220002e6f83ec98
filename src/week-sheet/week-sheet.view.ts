import type { BedNight } from '../domain/bed-nights';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { sayTimes } from '../domain/day-visit';
import type { StayStatus } from '../domain/diary';
import { initialsOf } from '../domain/initials';
import { listNights } from '../domain/nights';
import { roomName } from '../domain/room-name';
import { sayDays } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import type { WeekFile } from './week-sheets.service';

interface Cell {
  readonly main: string;
  readonly note?: string;
}

/** What comes to pass, or has. */
const STANDS: readonly StayStatus[] = ['held', 'confirmed', 'in-residence', 'completed'];

/** Who sleeps where each night, who comes and who goes; initials only, for it hangs on a wall. */
export function weekSheetView(file: WeekFile, now: Date) {
  const { week, ledger, visits } = file;
  const days = listNights(week);
  const stays = ledger.stays.filter(({ status }) => STANDS.includes(status));
  const initials = (youngPersonId: string) => initialsOf(file.names.get(youngPersonId) ?? '');
  const onEach = (said: (on: CalendarDate) => readonly string[]) => days.map(said);
  return {
    title: `Week sheet: ${sayDays(week.from, addDays(week.to, -1), ledger.today)}`,
    caption: ledger.name,
    days: days.map((on) => ({ text: sayDays(on, on, ledger.today), isToday: on === ledger.today })),
    rows: ledger.rooms.map((room) => ({ room: roomName(room), cells: cellsOf(room.id, days, file) })),
    comings: [
      {
        title: 'Arrive',
        days: onEach((on) =>
          stays.filter(({ nights }) => nights.from === on).map((stay) => initials(stay.youngPersonId)),
        ),
      },
      {
        title: 'Leave',
        days: onEach((on) =>
          stays.filter(({ nights }) => nights.to === on).map((stay) => initials(stay.youngPersonId)),
        ),
      },
      {
        title: 'Visits',
        days: onEach((on) =>
          visits
            .filter((visit) => visit.on === on)
            .map((visit) => `${initials(visit.youngPersonId)} ${sayTimes(visit)}`),
        ),
      },
    ],
    links: {
      before: hrefOf(ledger.unitId, addDays(week.from, -7)),
      after: hrefOf(ledger.unitId, week.to),
    },
    printedAt: sayMoment(now),
  };
}

function hrefOf(unitId: string, from: CalendarDate): string {
  return `/week-sheet?unit=${unitId}&from=${from}`;
}

function cellsOf(
  roomId: string,
  days: readonly CalendarDate[],
  { ledger, bedNights, names }: WeekFile,
): Cell[] {
  const who = new Map(
    ledger.stays.map(({ id, youngPersonId }) => [id, initialsOf(names.get(youngPersonId) ?? '')]),
  );
  return days.map((on) => {
    const bed = bedNights.find((each) => each.roomId === roomId && each.on === on);
    return bed ? cellOf(bed, who, on < ledger.today) : { main: 'No room yet' };
  });
}

function cellOf(bed: BedNight, who: ReadonlyMap<string, string>, isPast: boolean): Cell {
  switch (bed.class) {
    case 'occupied':
    case 'booked':
    case 'held':
      return { main: who.get(bed.stayId) ?? '', ...noteOf(bed) };
    case 'closed':
      return { main: 'Closed' };
    case 'solo-blocked':
      return { main: 'Kept empty' };
    case 'void':
      return { main: isPast ? 'Empty' : 'Free' };
  }
}

function noteOf(bed: Extract<BedNight, { readonly stayId: string }>): { readonly note?: string } {
  if (bed.class === 'occupied' && bed.overdue) return { note: 'due to leave' };
  if (bed.class === 'held') return { note: 'held' };
  return bed.kind === 'emergency' ? { note: 'emergency' } : {};
}
