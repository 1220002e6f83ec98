import type { CalendarDate } from '../../domain/calendar-date';
import type { NightFilter } from '../../domain/night-sorts';

/** What a picture shows, before anybody has said how large it is drawn. */
export type Picture = Bars | Calendar;

/** Bars side by side along one scale, each of parts end to end. */
export interface Bars {
  readonly kind: 'bars';
  /** What it shows, for whoever cannot see it. */
  readonly text: string;
  readonly bars: readonly Bar[];
  /** Lines across all bars, at a price or a number to compare with. */
  readonly marks?: readonly Mark[];
}

interface Bar {
  readonly name: string;
  /** Where its first part begins; nought unless told. */
  readonly from?: number;
  readonly parts: readonly Part[];
  /** The number as it is written at its end. */
  readonly says: string;
  readonly leadsTo?: NightFilter;
}

export interface Part {
  /** In the key. */
  readonly name: string;
  readonly tone: Tone;
  readonly value: number;
}

interface Mark {
  readonly name: string;
  readonly tone: 'first' | 'second';
  readonly value: number;
}

/** Every night of a period as a square with its number. */
export interface Calendar {
  readonly kind: 'calendar';
  readonly text: string;
  /** When a night is full. */
  readonly most: number;
  readonly nights: readonly {
    readonly on: CalendarDate;
    readonly count: number;
    readonly isAhead: boolean;
  }[];
}

export const TONES = ['planned', 'emergency', 'booked', 'held', 'solo', 'closed', 'empty', 'whole'] as const;
export type Tone = (typeof TONES)[number];
