import fc from 'fast-check';
import {
  addDays,
  addYears,
  ageOn,
  daysBetween,
  firstOfMonth,
  firstOfNextMonth,
  isCalendarDate,
  weekdayOf,
} from '../../src/domain/calendar-date';

const day = fc.integer({ min: 0, max: 109_571 }).map((days) => addDays('1900-01-01', days));

describe('A calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('may be %s', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-1-1',
    '1899-12-31',
    '2026-W10',
    '',
    20260101,
    null,
  ])('is never %p', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it('has 29 February in a leap year and not in another', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it('is one day after the last over both clock changes and the end of the year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-28', '2026-10-25')).toBe(211);
  });

  it('a year after 29 February is 1 March', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2026-07-01', -1)).toBe('2025-07-01');
  });

  it('starts its month on the 1st, and the next one after December in January', () => {
    expect(firstOfMonth('2026-12-31')).toBe('2026-12-01');
    expect(firstOfNextMonth('2026-12-31')).toBe('2027-01-01');
  });

  it('counts Monday as the first day of the week', () => {
    expect(weekdayOf('2026-06-08')).toBe(1);
    expect(weekdayOf('2026-06-14')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
  });

  it('turns a young person a year older on their birthday, one of 29 February on 1 March', () => {
    expect(ageOn('2012-06-10', '2026-06-09')).toBe(13);
    expect(ageOn('2012-06-10', '2026-06-10')).toBe(14);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('moved on by the days between it and another is that other', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
