import type { CalendarDate } from './calendar-date';
import type { DiaryStay, Lodging } from './diary';
import type { Finding } from './findings';
import type { Nights } from './nights';
import type { RoomsFor } from './room-choice';

/** When else a family said its young people could come: of a stay that came of a request. */
export interface Redating {
  readonly window: {
    /** The first and the last day of arrival. */
    readonly earliest: CalendarDate;
    readonly latest: CalendarDate;
    /** ISO weekdays of arrival; without any, every day suits. */
    readonly weekdays: readonly number[];
  };
}

/** What may be known besides the diary of whose beds are at stake. */
export interface Ways {
  /** By the stay's id. */
  readonly redating: ReadonlyMap<string, Redating>;
}

/** Gentlest first; a free bed for which the young person must change rooms comes after rooms moved for them. */
export type WayKind = 'free-bed' | 'rooms-moved' | 'dates-moved' | 'displacement';

/** One way to take somebody in, with nothing left that nobody could allow. */
export interface EmergencyWay {
  readonly kind: WayKind;
  /** Whole groups of siblings. */
  readonly displaced: readonly DiaryStay[];
  /** Planned stays that keep their nights and have other rooms. */
  readonly moved: readonly MovedStay[];
  /** Whole groups of siblings, on other dates within their family's window. */
  readonly redated: readonly RedatedStay[];
  /** Of the emergency, judged with these out of the way. */
  readonly findings: readonly Finding[];
  /** Of the emergency. */
  readonly rooms: readonly RoomsFor[];
  readonly harm: Harm;
  /** One plain sentence, without names. */
  readonly why: string;
}

interface MovedStay {
  readonly stayId: string;
  readonly lodgings: readonly Lodging[];
}

interface RedatedStay extends MovedStay {
  readonly nights: Nights;
}

/** What it costs those who lose the nights they had, by displacement or by other dates (domain.md §4.3). */
export interface Harm {
  readonly youngPeople: number;
  /** How many of them lost a bed to an emergency before. */
  readonly displacedBefore: number;
  /** Of whoever has the least notice; `null` when nobody loses any nights. */
  readonly noticeNights: number | null;
  readonly nights: number;
  /** Other dates for whoever has fewest, up to `DATES_COUNTED`; `null` when nobody loses a bed. */
  readonly datesLeft: number | null;
}
