import type { CalendarDate } from './calendar-date';
import type { Diary, StayKind } from './diary';
import type { Finding } from './findings';

/** Which dates work for these young people together? `nights` is how many; arrivals lie in `[earliest, latest]`. */
export interface DateSearch {
  readonly youngPersonIds: readonly string[];
  readonly nights: number;
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  /** ISO weekdays, 1 Monday … 7 Sunday, of the arrival day; absent or empty means any. */
  readonly weekdays?: readonly number[];
  readonly wishes?: readonly string[];
}

export interface DateOffer {
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
  /** Nobody's authority is needed; what is to be acknowledged is among the findings. */
  readonly placeable: boolean;
  readonly findings: readonly Finding[];
}

export function searchDates(search: DateSearch, diary: Diary, kind: StayKind): DateOffer[] {
  void [search, diary, kind];
  return [];
}
