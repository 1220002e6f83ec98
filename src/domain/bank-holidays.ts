import type { CalendarDate } from './calendar-date';
import type { Nights } from './nights';

/**
 * Bank holidays of England and Wales, substitute days included, as GOV.UK lists them
 * (https://www.gov.uk/bank-holidays.json). They are those of the Banking and Financial Dealings Act 1971, Schedule 1,
 * with New Year's Day and early May by royal proclamation; another proclamation may add or move one, so look again
 * each autumn.
 */
const BY_YEAR = {
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
} as const satisfies Readonly<Record<number, readonly string[]>>;

const YEARS = Object.keys(BY_YEAR).sort();

export const BANK_HOLIDAYS: ReadonlySet<CalendarDate> = new Set(
  Object.entries(BY_YEAR).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)),
);

/** The days the list knows about: whole years, from the first to, not including, the day after the last. */
export const BANK_HOLIDAYS_LISTED: Nights = {
  from: `${YEARS[0] ?? ''}-01-01`,
  to: `${Number(YEARS.at(-1)) + 1}-01-01`,
};
