import { addYears, dayNumber, type CalendarDate } from './calendar-date';
import { listNights, type Nights } from './nights';

const LONGEST_YEAR = 366;

/** 12 months that begin on one day, and the first day that is no longer of them. */
interface Year {
  readonly from: number;
  readonly to: number;
}

/** One young person's nights away, for counting them over any 12 months: from a night up to, not including, that day next year. */
export class YearOfNights {
  /** In order, each once. */
  private readonly days: readonly number[];
  private readonly years: readonly Year[];
  /** Nights away in each of those years. */
  private readonly counts: readonly number[];

  constructor(away: readonly Nights[]) {
    const dates = [...new Set(away.flatMap(listNights))].sort();
    this.days = dates.map(dayNumber);
    this.years = dates.map(yearFrom);
    this.counts = this.years.map((year) => this.countIn(year));
  }

  /**
   * For each night asked for, in order: how many nights, those asked for among them, the fullest 12 months have that
   * it lies in; 0 for all of them where no 12 months can have `atLeast`. Every such 12 months may be taken to begin
   * on a night away.
   */
  fullestWith(asked: readonly CalendarDate[], atLeast = 0): number[] {
    const days = asked.map(dayNumber);
    const around = { from: (days[0] ?? 0) - LONGEST_YEAR, to: (days.at(-1) ?? 0) + LONGEST_YEAR };
    if (this.countIn(around) + days.length < atLeast) return days.map(() => 0);
    const added = days.filter((day) => this.days[this.indexOf(day)] !== day);
    const fullest = days.map(() => 0);
    const enter = (year: Year, count: number): void => {
      const all = added.reduce((sum, day) => sum + Number(isIn(year, day)), count);
      for (const [index, day] of days.entries())
        if (isIn(year, day)) fullest[index] = Math.max(fullest[index] ?? 0, all);
    };
    const last = this.indexOf((days.at(-1) ?? 0) + 1);
    for (let index = this.indexOf((days[0] ?? 0) - LONGEST_YEAR); index < last; index += 1) {
      const year = this.years[index];
      if (year) enter(year, this.counts[index] ?? 0);
    }
    for (const year of asked.map(yearFrom)) enter(year, this.countIn(year));
    return fullest;
  }

  private countIn({ from, to }: Year): number {
    return this.indexOf(to) - this.indexOf(from);
  }

  /** Of the first night on or after a day. */
  private indexOf(day: number): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle] ?? Infinity) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const years = new Map<CalendarDate, Year>();

/** Each date's is worked out once. */
function yearFrom(on: CalendarDate): Year {
  let year = years.get(on);
  if (!year) {
    year = { from: dayNumber(on), to: dayNumber(addYears(on, 1)) };
    years.set(on, year);
  }
  return year;
}

function isIn({ from, to }: Year, day: number): boolean {
  return from <= day && day < to;
}
