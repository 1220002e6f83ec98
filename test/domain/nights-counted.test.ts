import fc from 'fast-check';
import { addDays, addYears, daysBetween } from '../../src/domain/calendar-date';
import { includesNight } from '../../src/domain/nights';
import { counters, countedWithin, type AwayKind, type TimeAway } from '../../src/domain/nights-counted';

const away = (from: string, to: string, kind: AwayKind = 'planned'): TimeAway => ({
  nights: { from, to },
  kind,
});
const year = { from: '2026-01-01', to: '2027-01-01' };

describe('nights counted', () => {
  it('a stay of one night touches two days', () => {
    expect(countedWithin(year, [away('2026-03-13', '2026-03-14')])).toMatchObject({
      nights: 1,
      daysTouched: 2,
    });
  });

  it('stays that touch share their day once', () => {
    const touching = [away('2026-03-13', '2026-03-15'), away('2026-03-15', '2026-03-16', 'emergency')];
    expect(countedWithin(year, touching)).toMatchObject({
      planned: 2,
      emergency: 1,
      nights: 3,
      daysTouched: 4,
      longestStay: 2,
    });
  });

  it('a visit that ended on the day it began touches that day and has no night', () => {
    expect(countedWithin(year, [away('2026-03-13', '2026-03-13')])).toMatchObject({
      nights: 0,
      daysTouched: 1,
      longestStay: 0,
    });
  });

  it('nights over the edge count on their own side, and the day of leaving where it falls', () => {
    const overNewYear = [away('2026-12-30', '2027-01-02', 'elsewhere')];
    expect(countedWithin(year, overNewYear)).toMatchObject({
      elsewhere: 2,
      daysTouched: 2,
      longestStay: 3,
    });
    expect(countedWithin({ from: year.to, to: '2028-01-01' }, overNewYear)).toMatchObject({
      elsewhere: 1,
      daysTouched: 2,
    });
    expect(countedWithin({ from: '2027-01-02', to: '2028-01-01' }, overNewYear)).toMatchObject({
      elsewhere: 0,
      daysTouched: 1,
      longestStay: 0,
    });
  });

  it('years run from 1 April to 31 March', () => {
    const { thisYear, lastYear } = counters([away('2026-03-31', '2026-04-02')], '2026-03-31');
    expect(thisYear).toMatchObject({ from: '2025-04-01', to: '2026-04-01', nights: 1, daysTouched: 1 });
    expect(lastYear).toMatchObject({ from: '2024-04-01', to: '2025-04-01', nights: 0 });
    expect(counters([], '2026-04-01').thisYear.from).toBe('2026-04-01');
  });

  it('up to today takes tonight in, and not the same night a year ago', () => {
    const nights = [away('2025-03-11', '2025-03-13'), away('2026-03-11', '2026-03-13')];
    expect(counters(nights, '2026-03-11').upToToday).toMatchObject({
      from: '2025-03-12',
      to: '2026-03-12',
      nights: 2,
    });
  });

  it('looking ahead, only 12 months with something booked count, and none while nothing is', () => {
    const past = [away('2024-01-01', '2024-03-01'), away('2025-06-01', '2025-06-11')];
    expect(counters(past, '2026-03-11').ahead).toBeUndefined();
    const booked = [...past, away('2026-05-01', '2026-05-05')];
    expect(counters(booked, '2026-03-11').ahead).toMatchObject({ from: '2025-06-01', nights: 14 });
  });

  it('sees through 29 February, which is a night like any other', () => {
    const leap = [away('2028-02-28', '2028-03-02')];
    expect(countedWithin({ from: '2027-03-01', to: '2028-03-01' }, leap)).toMatchObject({
      nights: 2,
      daysTouched: 2,
    });
    expect(counters(leap, '2028-02-29').upToToday).toMatchObject({ from: '2027-03-01', nights: 2 });
  });
});

const BEGIN = '2026-09-01';

/** Times away that never share a night, over two years with a 29 February in them. */
const histories = fc
  .array(fc.tuple(fc.nat(40), fc.nat(25), fc.constantFrom<AwayKind>('planned', 'emergency', 'elsewhere')), {
    maxLength: 25,
  })
  .map((steps) => {
    let from = BEGIN;
    return steps.map(([gap, length, kind]) => {
      from = addDays(from, gap);
      const nights = { from, to: addDays(from, length) };
      from = nights.to;
      return { nights, kind };
    });
  });

const days = (from: string, to: string) =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index));

const isAway = (on: string, history: readonly TimeAway[], kind?: AwayKind) =>
  history.some((each) => (!kind || each.kind === kind) && includesNight(each.nights, on));
const isTouched = (on: string, history: readonly TimeAway[]) =>
  history.some(({ nights }) => nights.from <= on && on <= nights.to);

const CALENDAR = days(addYears(BEGIN, -1), addDays(BEGIN, 2100));
/** For each day that begins 12 months on the calendar, where they end. */
const ENDS = CALENDAR.map((on) => daysBetween(CALENDAR[0] ?? '', addYears(on, 1))).filter(
  (end) => end <= CALENDAR.length,
);

describe('against a count day by day', () => {
  it('nights by kind and days touched agree in any period', () => {
    const period = fc.tuple(fc.nat(900), fc.nat(400)).map(([start, length]) => {
      const from = addDays(BEGIN, start - 30);
      return { from, to: addDays(from, length) };
    });
    fc.assert(
      fc.property(histories, period, (history, { from, to }) => {
        const each = days(from, to);
        const nightsOf = (kind: AwayKind) => each.filter((on) => isAway(on, history, kind)).length;
        expect(countedWithin({ from, to }, history)).toMatchObject({
          planned: nightsOf('planned'),
          emergency: nightsOf('emergency'),
          elsewhere: nightsOf('elsewhere'),
          nights: each.filter((on) => isAway(on, history)).length,
          daysTouched: each.filter((on) => isTouched(on, history)).length,
        });
      }),
    );
  });

  it('no 12 months with something booked are fuller than those ahead', () => {
    fc.assert(
      fc.property(histories, fc.nat(700), (history, passed) => {
        const today = addDays(BEGIN, passed);
        const isOut = CALENDAR.map((on) => isAway(on, history));
        const counts = ENDS.flatMap((end, start) => {
          const within = isOut.slice(start, end);
          const hasBooked = within.some((out, index) => out && (CALENDAR[start + index] ?? '') > today);
          return hasBooked ? [within.filter(Boolean).length] : [];
        });
        expect(counters(history, today).ahead?.nights ?? 0).toBe(Math.max(0, ...counts));
      }),
      { numRuns: 40 },
    );
  });
});
