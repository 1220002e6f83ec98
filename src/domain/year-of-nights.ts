import { addYears, dayNumber, type CalendarDate } from './calendar-date';
import { listNights, type Nights } from './nights';

interface Night {
  readonly day: number;
  /** The first day that is a year later. */
  readonly yearOn: number;
}

/** The fullest 12 months there are around some nights. */
export interface FullestYear {
  readonly count: number;
  /** Those of the nights asked for that lie in such 12 months. */
  readonly nights: readonly CalendarDate[];
}

/** One young person's nights away, for counting them over any 12 months: from a night up to, not including, that day next year. */
export class YearOfNights {
  private readonly nights: readonly Night[];

  constructor(away: readonly Nights[]) {
    const dates = new Set(away.flatMap(listNights));
    this.nights = [...dates].sort().map(asNight);
  }

  /**
   * The nights asked for, in order, that lie in 12 months with at least so many nights, theirs among them; and how many
   * the fullest of those have; `also` are further nights away. Every such 12 months may be taken to begin on a night away.
   */
  fullest(asked: readonly CalendarDate[], atLeast: number, also: readonly Nights[] = []): FullestYear {
    const added = [...also.flatMap(listNights), ...asked];
    if (this.nights.length + added.length < atLeast) return { count: 0, nights: [] };
    const all = this.with(added);
    const found = new Set<CalendarDate>();
    let most = 0;
    let end = 0;
    for (const [start, { day, yearOn }] of all.entries()) {
      while ((all[end]?.day ?? Infinity) < yearOn) end += 1;
      const inside = end - start < atLeast ? [] : asked.filter((on) => isWithin(dayNumber(on), day, yearOn));
      if (inside.length > 0) most = Math.max(most, end - start);
      for (const on of inside) found.add(on);
    }
    return { count: most, nights: asked.filter((on) => found.has(on)) };
  }

  private with(dates: readonly CalendarDate[]): readonly Night[] {
    const known = new Set(this.nights.map(({ day }) => day));
    const added = dates.map(asNight).filter(({ day }) => !known.has(day));
    return [...this.nights, ...added].sort((a, b) => a.day - b.day);
  }
}

function asNight(on: CalendarDate): Night {
  return { day: dayNumber(on), yearOn: dayNumber(addYears(on, 1)) };
}

function isWithin(day: number, from: number, to: number): boolean {
  return from <= day && day < to;
}
