import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { londonDate, londonInstant, nightOfArrival, sayTime } from '../../src/domain/london';

const at = (iso: string): Date => new Date(iso);

describe('The date in London', () => {
  it('turns at midnight by the London clock, an hour before UTC in summer', () => {
    expect(londonDate(at('2026-06-10T22:59:59Z'))).toBe('2026-06-10');
    expect(londonDate(at('2026-06-10T23:00:00Z'))).toBe('2026-06-11');
    expect(londonDate(at('2026-12-31T23:59:59Z'))).toBe('2026-12-31');
    expect(londonDate(at('2027-01-01T00:00:00Z'))).toBe('2027-01-01');
  });

  it('is 29 February in a leap year', () => {
    expect(londonDate(at('2024-02-29T12:00:00Z'))).toBe('2024-02-29');
  });

  it('cannot be told of something that is no instant', () => {
    expect(() => londonDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('A young person who arrives', () => {
  it.each([
    ['in the evening', '2026-01-14T19:30:00Z', '2026-01-14'],
    ['at midnight', '2026-01-15T00:00:00Z', '2026-01-14'],
    ['at 08:59', '2026-01-15T08:59:59Z', '2026-01-14'],
    ['at 09:00', '2026-01-15T09:00:00Z', '2026-01-15'],
    ['at 00:30 on New Year’s Day', '2027-01-01T00:30:00Z', '2026-12-31'],
    ['at 03:00 on 1 March of a leap year', '2024-03-01T03:00:00Z', '2024-02-29'],
    ['at 08:59 by the summer clock', '2026-06-10T07:59:00Z', '2026-06-09'],
    ['at 09:00 by the summer clock', '2026-06-10T08:00:00Z', '2026-06-10'],
    ['just before the clocks go forward', '2026-03-29T00:59:00Z', '2026-03-28'],
    ['just after the clocks went forward', '2026-03-29T01:00:00Z', '2026-03-28'],
    ['at 09:00 the day the clocks went forward', '2026-03-29T08:00:00Z', '2026-03-29'],
    ['the second time it is 01:30, as the clocks go back', '2026-10-25T01:30:00Z', '2026-10-24'],
    ['at 08:59 the day the clocks went back', '2026-10-25T08:59:00Z', '2026-10-24'],
    ['at 09:00 the day the clocks went back', '2026-10-25T09:00:00Z', '2026-10-25'],
  ])('%s counts for the right night', (_, instant, night) => {
    expect(nightOfArrival(at(instant))).toBe(night);
  });

  it('counts for the night before until the hour the unit has set', () => {
    expect(nightOfArrival(at('2026-01-15T06:30:00Z'), '06:00')).toBe('2026-01-15');
    expect(nightOfArrival(at('2026-01-15T00:00:00Z'), '00:00')).toBe('2026-01-15');
  });
});

describe('The instant of a London time', () => {
  it('is an hour earlier in summer', () => {
    expect(londonInstant('2026-01-15', '17:00')).toEqual(at('2026-01-15T17:00:00Z'));
    expect(londonInstant('2026-06-15', '17:00')).toEqual(at('2026-06-15T16:00:00Z'));
  });

  it('that the clock skips in March is an hour on', () => {
    expect(londonInstant('2026-03-29', '01:30')).toEqual(at('2026-03-29T01:30:00Z'));
    expect(londonInstant('2026-03-29', '02:00')).toEqual(at('2026-03-29T01:00:00Z'));
  });

  it('that the clock shows twice in October is the first, whatever the season it is asked in', () => {
    jest.useFakeTimers();
    for (const now of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']) {
      jest.setSystemTime(at(now));
      expect(londonInstant('2026-10-25', '01:30')).toEqual(at('2026-10-25T00:30:00Z'));
    }
    jest.useRealTimers();
  });

  it.each([
    ['2026-02-29', '10:00'],
    ['2026-06-10', '24:00'],
    ['2026-06-10', '9am'],
  ])('is refused for %s at %s, which is none', (date, time) => {
    expect(() => londonInstant(date, time)).toThrow(RangeError);
  });

  it('falls on the date it was asked for, on every day of two centuries', () => {
    const days = fc.integer({ min: 0, max: 73_000 });
    fc.assert(
      fc.property(days, fc.constantFrom('00:00', '08:59', '09:00', '12:00', '23:59'), (count, time) => {
        const date = addDays('2000-01-01', count);
        const instant = londonInstant(date, time);
        expect(londonDate(instant)).toBe(date);
        expect(nightOfArrival(instant)).toBe(time < '09:00' ? addDays(date, -1) : date);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A time', () => {
  it.each([
    ['2026-01-15T09:00:00Z', '9am'],
    ['2026-06-15T16:30:00Z', '5:30pm'],
    ['2026-01-15T12:00:00Z', 'midday'],
    ['2026-01-15T00:00:00Z', 'midnight'],
    ['2026-01-15T00:05:00Z', '12:05am'],
  ])('%s is said as %s', (instant, said) => {
    expect(sayTime(at(instant))).toBe(said);
  });
});
