import type { CalendarDate } from './calendar-date';
import type { VisitTimes } from './day-visit';
import type { AssessmentOutcome } from './diary';
import type { Nights } from './nights';
import type { NightsPer } from './short-break-plan';

/** Worst first: nobody can override · a manager may · the person booking confirms · told. */
export const LEVELS = ['refuse', 'authorise', 'acknowledge', 'inform'] as const;
export type Level = (typeof LEVELS)[number];

/** One reason about one proposed stay, with the facts its sentence is made of (domain.md §2). */
export type Finding = About &
  (
    | { readonly code: 'no-bed' }
    | { readonly code: 'room-taken'; readonly roomId: string }
    | { readonly code: 'room-closed'; readonly roomId: string; readonly closedUntil: CalendarDate }
    | { readonly code: 'unit-closed'; readonly closedUntil: CalendarDate }
    | { readonly code: 'registered-places'; readonly places: number }
    | { readonly code: 'already-staying' }
    | { readonly code: 'outside-statement-of-purpose'; readonly ageFrom: number; readonly ageTo: number }
    | { readonly code: 'not-together'; readonly peerId: string }
    | {
        readonly code: 'not-assessed';
        readonly peerId: string;
        readonly reviewedOn: CalendarDate | null;
        /** What the judgement now past its review said, for whoever decides without a new one. */
        readonly lapsed?: AssessmentOutcome;
      }
    | { readonly code: 'controls'; readonly peerId: string; readonly controls: string }
    | { readonly code: 'solo-in-place'; readonly peerId: string }
    | { readonly code: 'solo-needs-unit'; readonly peerIds: readonly string[] }
    | { readonly code: 'no-plan' }
    | { readonly code: 'plan-not-agreed' }
    | { readonly code: 'outside-plan'; readonly plan: Nights }
    | { readonly code: 'cas-plan-not-open'; readonly standing: 'dormant' | 'closed' }
    | {
        readonly code: 'nights-used';
        readonly agreed: number;
        readonly per: NightsPer;
        /** In the period, without the stay asked for. */
        readonly used: number;
      }
    | { readonly code: 'consent'; readonly withdrawnOn: CalendarDate | null }
    | { readonly code: 'series-17'; readonly count: number; readonly most: number }
    | {
        readonly code: 'series-75';
        /** Of the fullest 12 months. */
        readonly count: number;
        readonly most: number;
      }
    | { readonly code: 'kept-for-planned'; readonly kept: number; readonly displaces: boolean }
    | { readonly code: 'kept-for-emergency'; readonly kept: number }
    | {
        readonly code: 'protected';
        /** Those about to be displaced whom authority protects, and what protects each. */
        readonly stays: readonly { readonly stayId: string; readonly because: Protection }[];
      }
    | {
        readonly code: 'police-protection-72h';
        /** ISO instant. */
        readonly endsAt: string;
      }
    | {
        readonly code: 'siblings-split';
        /** Those who would not be there on all the same nights. */
        readonly siblingIds: readonly string[];
      }
    | { readonly code: 'room-move'; readonly roomIds: readonly string[] }
    | { readonly code: 'visit-places'; readonly places: number }
  );

export type Protection = 'displaced-before' | 'arrives-today';

export type FindingCode = Finding['code'];

interface About {
  readonly level: Level;
  /** Every night it holds on, in order; never empty. */
  readonly nights: readonly CalendarDate[];
  /** The young person whose proposed stay it is about. */
  readonly youngPersonId: string;
  /** Of an emergency: other dates are then no remedy. */
  readonly emergency?: true;
  /** Of a day visit: its one "night" is then that day. */
  readonly visit?: VisitTimes;
}

/** What the person booking has read and confirmed, and what a manager has authorised with a reason. */
export interface Given {
  readonly acknowledged: readonly string[];
  readonly authorised: readonly string[];
}

/** A stay may be placed when nothing is refused and everything else is authorised or acknowledged. */
export function mayPlace(findings: readonly Finding[], given: Given): boolean {
  return inTheWay(findings, given).length === 0;
}

/** The findings that still stand between the proposal and a booking. */
export function inTheWay(findings: readonly Finding[], given: Given): Finding[] {
  return findings.filter(({ code, level }) => {
    if (level === 'refuse') return true;
    if (level === 'authorise') return !given.authorised.includes(code);
    return level === 'acknowledge' && !given.acknowledged.includes(code);
  });
}
