import { addYears, dayNumber, type CalendarDate } from './calendar-date';
import { listNights, type Nights } from './nights';

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

  constructor(away: readonly Nights[]) {
    const dates = [...new Set(away.flatMap(listNights))].sort();
    this.days = dates.map(dayNumber);
    this.years = dates.map(yearFrom);
  }

  /**
   * For each night asked for, in order: how many nights, those asked for among them, the fullest 12 months have that
   * it lies in. Every such 12 months may be taken to begin on a night away.
   */
  fullestWith(asked: readonly CalendarDate[]): number[] {
    const days = asked.map(dayNumber);
    const added = days.filter((day) => this.days[this.indexOf(day)] !== day);
    const fullest = days.map(() => 0);
    const first = days[0] ?? 0;
    const last = days.at(-1) ?? 0;
    const begun = this.years.slice(this.indexOf(first - 366), this.indexOf(last + 1));
    for (const year of [...begun, ...asked.map(yearFrom)]) {
      const count =
        this.indexOf(year.to) - this.indexOf(year.from) + added.filter((day) => isIn(year, day)).length;
      for (const [index, day] of days.entries())
        if (isIn(year, day)) fullest[index] = Math.max(fullest[index] ?? 0, count);
    }
    return fullest;
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
