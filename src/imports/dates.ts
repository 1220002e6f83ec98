import { addDays, firstOfNextMonth, isCalendarDate, type CalendarDate } from '../domain/calendar-date';
import { quoted } from './import-error';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;

/** What is wrong with text that is no calendar date, and the date to write instead when it can be known. */
export function sayWrongDate(text: string): string {
  if (text === '') return 'The date is missing: write one such as 2026-02-28.';
  const read = numbersOf(text);
  if (!read) return `${quoted(text)} is not a date: write year-month-day, such as 2026-02-28.`;
  const { year, month, day } = read;
  const monthName = MONTHS[month - 1];
  if (!monthName) return `${quoted(text)} has no such month: write year-month-day, such as 2026-02-28.`;
  if (year < 1900 || year > 2199)
    return `${quoted(text)} is not in a year we keep (1900 to 2199): check the year.`;
  const meant = written(year, month, day);
  if (isCalendarDate(meant)) return `${quoted(text)} is not written as we read dates: write ${meant}.`;
  const last = addDays(firstOfNextMonth(written(year, month, 1)), -1);
  return `${day} ${monthName} ${year} is not a date: write a real date such as ${last}.`;
}

/** Day before month, as dates are written in Britain. */
function numbersOf(text: string): { year: number; month: number; day: number } | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return numbers(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return undefined;
  const year = dayFirst[3] ?? '';
  return numbers(year.length === 2 ? `20${year}` : year, dayFirst[2], dayFirst[1]);
}

function numbers(year?: string, month?: string, day?: string) {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function written(year: number, month: number, day: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
