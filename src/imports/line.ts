import type { CalendarDate } from '../domain/calendar-date';
import type { StayKind } from '../domain/diary';
import type { EndedBy } from '../domain/ledger';
import type { Nights } from '../domain/nights';
import type { Cells } from './columns';

export const OUTCOMES = ['completed', 'cancelled', 'not-arrived'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SUPPORTS = [
  'cas-only',
  'child-protection-plan',
  'child-in-need-plan',
  'children-and-families-assessment',
] as const;

/** One stay of the file, read. */
export interface Line {
  readonly line: number;
  readonly cells: Cells;
  readonly stay: string;
  readonly youngPerson: string;
  readonly family: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: CalendarDate;
  /** The room's number; `null` for a stay that never took one. */
  readonly room: number | null;
  readonly kind: StayKind;
  readonly requestedOn: CalendarDate;
  readonly nights: Nights;
  readonly outcome: Outcome;
  readonly endedOn: CalendarDate | null;
  readonly endedBy: EndedBy | null;
  readonly reason: string | null;
}

/** A stay that was in a room, so that nobody else was. */
export type Lodged = Line & { readonly room: number };

export function wasInARoom(line: Line): line is Lodged {
  return line.outcome === 'completed' && line.room !== null;
}
