import type { CalendarDate } from '../domain/calendar-date';
import type { ClosureKind } from '../domain/diary';
import type { Nights } from '../domain/nights';
import type { Cells } from './columns';

/** What the diary already holds, as far as a file could contradict it. */
export interface Standing {
  readonly rooms: readonly { readonly id: string; readonly number: number }[];
  /** Registered places, oldest first. */
  readonly places: readonly { readonly from: CalendarDate; readonly places: number }[];
  /** Lines of earlier imports, by the stay's reference. */
  readonly lines: ReadonlyMap<string, Cells>;
  /** By the file's own references. */
  readonly families: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly beds: readonly StandingBed[];
  /** Nights the known people of the file have in other units. */
  readonly elsewhere: readonly { readonly youngPersonId: string; readonly nights: Nights }[];
}

export interface KnownPerson {
  readonly id: string;
  readonly family: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: CalendarDate;
}

/** A live use of a bed of this unit. */
export interface StandingBed {
  /** The room's number; `null` for the whole unit. */
  readonly room: number | null;
  readonly nights: Nights;
  /** `null` for a stay. */
  readonly closure: ClosureKind | null;
  /** `null` for a closure. */
  readonly youngPersonId: string | null;
  /** Nobody else may be there, but for its party. */
  readonly wholeUnit: boolean;
}
