import fc from 'fast-check';
import { BANK_HOLIDAYS, BANK_HOLIDAYS_LISTED } from '../../src/domain/bank-holidays';
import { addDays, addMonths, isWeekend, weekdayOf } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import { countNights, listNights } from '../../src/domain/nights';
import { isWorkingDay, nextWorkingDay } from '../../src/domain/working-days';

const { from, to } = BANK_HOLIDAYS_LISTED;
const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, index) =>
  String(Number(from.slice(0, 4)) + index),
);

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easterOf(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

const mondayFrom = (date: string) => addDays(date, (8 - weekdayOf(date)) % 7);
const mondayUpTo = (date: string) => addDays(date, 1 - weekdayOf(date));

/** The eight days of a year by the rules alone: a holiday at a weekend moves to the next weekday that is none. */
function byTheRules(year: string): string[] {
  const easter = easterOf(Number(year));
  const days: string[] = [];
  const take = (date: string): void => {
    let day = date;
    while (isWeekend(day) || days.includes(day)) day = addDays(day, 1);
    days.push(day);
  };
  [`${year}-01-01`, addDays(easter, -2), addDays(easter, 1), mondayFrom(`${year}-05-01`)].forEach(take);
  [mondayUpTo(`${year}-05-31`), mondayUpTo(`${year}-08-31`), `${year}-12-25`, `${year}-12-26`].forEach(take);
  return days;
}

describe('the list of bank holidays', () => {
  it('reaches a year ahead: add the next years from GOV.UK', () => {
    expect(addMonths(londonDate(new Date()), 12) < to).toBe(true);
  });

  it.each(years)('has for %s the eight days the law gives, none of them at a weekend', (year) => {
    const listed = [...BANK_HOLIDAYS].filter((date) => date.startsWith(year)).sort();
    expect(listed).toEqual(byTheRules(year).sort());
  });
});

describe('a working day', () => {
  it.each([
    ['an ordinary Wednesday', '2026-03-11', true],
    ['a Saturday', '2026-03-14', false],
    ['a Sunday', '2026-03-15', false],
    ['Good Friday', '2026-04-03', false],
    ['the Saturday between', '2026-04-04', false],
    ['Easter Monday', '2026-04-06', false],
    ['Christmas Day', '2026-12-25', false],
    ['the substitute for Boxing Day', '2026-12-28', false],
    ['New Year’s Eve', '2026-12-31', true],
    ['2 January, which is a holiday in Scotland only', '2025-01-02', true],
  ])('%s', (_, date, working) => {
    expect(isWorkingDay(date)).toBe(working);
  });

  it('that comes next is never the same day, and leaves out whatever stands between', () => {
    expect(nextWorkingDay('2026-03-11')).toBe('2026-03-12');
    expect(nextWorkingDay('2026-03-13')).toBe('2026-03-16');
    expect(nextWorkingDay('2026-03-14')).toBe('2026-03-16');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07');
    expect(nextWorkingDay('2026-12-24')).toBe('2026-12-29');
    expect(nextWorkingDay('2027-12-24')).toBe('2027-12-29');
    expect(nextWorkingDay('2027-12-31')).toBe('2028-01-04');
  });

  it('is the first after any date of the list, and nothing between is one', () => {
    const within = fc.integer({ min: 0, max: countNights(BANK_HOLIDAYS_LISTED) - 5 });
    fc.assert(
      fc.property(within, (days) => {
        const date = addDays(from, days);
        const next = nextWorkingDay(date);
        expect(isWorkingDay(next)).toBe(true);
        expect(listNights({ from: addDays(date, 1), to: next }).some(isWorkingDay)).toBe(false);
      }),
    );
  });

  it('is every weekday where the list ends, and before it begins: no deadline falls too late', () => {
    expect(BANK_HOLIDAYS_LISTED).toEqual({ from: '2024-01-01', to: '2029-01-01' });
    expect(isWorkingDay('2029-01-01')).toBe(true);
    expect(isWorkingDay('2029-12-25')).toBe(true);
    expect(isWorkingDay('2029-12-29')).toBe(false);
    expect(isWorkingDay('2023-12-25')).toBe(true);
    expect(nextWorkingDay('2028-12-29')).toBe('2029-01-01');
    expect(nextWorkingDay('2039-12-30')).toBe('2040-01-02');
  });
});
