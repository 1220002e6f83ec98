/** A day of the Gregorian calendar as `YYYY-MM-DD`, from 1900 to 2199; sorts as text. */
export type CalendarDate = string;

const DAY = 86_400_000;
const SATURDAY = 6;
/** As many as there are days from 1900 to 2199, at most. */
const dayNumbers = new Map<CalendarDate, number>();
const dates = new Map<number, CalendarDate>();
const FORM = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export function isCalendarDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && FORM.test(value) && fromDayNumber(dayNumber(value)) === value;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one date to the other; negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `years` later; 29 February becomes 1 March where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = parts(date);
  return fromDayNumber(Date.UTC(year + years, month - 1, day) / DAY);
}

/** The same day so many months later; where the month is too short, its last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(date);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) / DAY);
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

export function firstOfNextMonth(date: CalendarDate): CalendarDate {
  const [year, month] = parts(date);
  return fromDayNumber(Date.UTC(year, month, 1) / DAY);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) >= SATURDAY;
}

/** Completed years of age on a day; someone born on 29 February turns a year older on 1 March. */
export function ageOn(dateOfBirth: CalendarDate, on: CalendarDate): number {
  const years = parts(on)[0] - parts(dateOfBirth)[0];
  return on < addYears(dateOfBirth, years) ? years - 1 : years;
}

export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** Days since 1970; each date's is worked out once. */
export function dayNumber(date: CalendarDate): number {
  let day = dayNumbers.get(date);
  if (day === undefined) {
    const [year, month, dayOfMonth] = parts(date);
    day = Date.UTC(year, month - 1, dayOfMonth) / DAY;
    if (FORM.test(date)) dayNumbers.set(date, day);
  }
  return day;
}

function fromDayNumber(day: number): CalendarDate {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 10);
    if (FORM.test(date)) dates.set(day, date);
  }
  return date;
}

function parts(date: CalendarDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
