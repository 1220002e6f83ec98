import type { CalendarDate } from './calendar-date';
import type { CasPlanStatus } from './cas-plan';
import type { Nights } from './nights';
import type { PlanOnFile } from './short-break-plan';
import type { Sibling } from './siblings';

/** Everything a rule may know about one unit, as plain data, loaded under the unit's lock. */
export interface Diary {
  readonly unitId: string;
  /** The London date whose night is the earliest that can still be booked. */
  readonly today: CalendarDate;
  readonly rooms: readonly Room[];
  /** Oldest first; the last that has begun by a night is in force that night. */
  readonly settings: readonly UnitSettings[];
  readonly closures: readonly Closure[];
  /** Stays that block a bed: held (not expired), confirmed, in residence, completed. */
  readonly stays: readonly DiaryStay[];
  /** Planned stays that would lose their beds to the emergency judged; they are not among `stays`. */
  readonly displaced?: readonly DiaryStay[];
  /** Where the young people asked about are instead: stays in *other* units, and nights declared from elsewhere. */
  readonly elsewhere: readonly { readonly youngPersonId: string; readonly nights: Nights }[];
  readonly people: ReadonlyMap<string, Person>;
  /** The one judgement in force per pair. */
  readonly assessments: readonly Assessment[];
  readonly soloDecisions: readonly SoloDecision[];
  /** Short-break plans, drafts and agreed ones, of the young people asked about and of those there. */
  readonly plans: readonly PlanOnFile[];
  /** The latest CAS plan of each family asked about. */
  readonly casPlans: readonly { readonly familyId: string; readonly status: CasPlanStatus }[];
  /** Every night the young people asked about have been or are to be away, in any unit, whatever the diary's span. */
  readonly away: readonly NightsAway[];
}

/** Nights of one young person away from home: of a stay that was not called off, or declared from elsewhere. */
export interface NightsAway {
  readonly youngPersonId: string;
  readonly nights: Nights;
  readonly kind: StayKind | 'elsewhere';
  readonly stayId: string | null;
}

export interface Room {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly features: readonly string[];
}

/** Settings with the date they hold from (domain.md, figures marked †). */
export interface UnitSettings {
  readonly from: CalendarDate;
  readonly places: number;
  readonly ageFrom: number;
  /** Inclusive: `17` admits until the day before the eighteenth birthday. */
  readonly ageTo: number;
  /** The most nights of one stay, and in any 12 months, that need no authority (SI 2010/959, regulation 48). */
  readonly seriesNights: number;
  readonly yearNights: number;
  /** From so many nights in 12 months on, whoever books is told. */
  readonly yearNightsToldFrom: number;
  /** The ring-fence: beds kept for planned breaks, beds kept for emergencies. */
  readonly keptForPlanned: number;
  readonly keptForEmergency: number;
  /** Whether an emergency may take a bed kept for planned breaks, or that of a planned stay. */
  readonly displacement: DisplacementPolicy;
}

export const DISPLACEMENT_POLICIES = ['never', 'with-authority', 'freely'] as const;
export type DisplacementPolicy = (typeof DISPLACEMENT_POLICIES)[number];

export interface Closure {
  readonly id: string;
  /** `null` closes the whole unit. */
  readonly roomId: string | null;
  readonly nights: Nights;
  readonly kind: ClosureKind;
}

export const CLOSURE_KINDS = ['planned', 'repair', 'staffing'] as const;
export type ClosureKind = (typeof CLOSURE_KINDS)[number];

export const STAY_KINDS = ['planned', 'emergency'] as const;
export type StayKind = (typeof STAY_KINDS)[number];

export const STAY_STATUSES = [
  'held',
  'confirmed',
  'in-residence',
  'completed',
  'cancelled',
  'displaced',
  'not-arrived',
] as const;
export type StayStatus = (typeof STAY_STATUSES)[number];

export interface DiaryStay {
  readonly id: string;
  readonly youngPersonId: string;
  readonly status: StayStatus;
  readonly kind: StayKind;
  readonly nights: Nights;
  readonly lodgings: readonly Lodging[];
  /** Asked for as solo, whatever the decisions say. */
  readonly solo: boolean;
  /** Siblings placed together, who go or stay whole; `null` for one who came alone. */
  readonly groupId: string | null;
  /** The young person lost a bed to an emergency before: the next time needs authority (domain.md §2, `PROTECTED`). */
  readonly displacedBefore: boolean;
}

/** Which room a stay has, for which of its nights. */
export interface Lodging {
  readonly roomId: string;
  readonly nights: Nights;
}

export interface Person {
  readonly id: string;
  readonly familyId: string;
  readonly dateOfBirth: CalendarDate;
}

export const ASSESSMENT_OUTCOMES = ['compatible', 'with-controls', 'not-together'] as const;
export type AssessmentOutcome = (typeof ASSESSMENT_OUTCOMES)[number];

export interface Assessment {
  /** Canonical order: the first id sorts before the second. */
  readonly youngPersonIds: readonly [string, string];
  readonly outcome: AssessmentOutcome;
  readonly controls: string | null;
  /** The last day the judgement holds; nights after it are past review. */
  readonly reviewOn: CalendarDate;
}

export interface SoloDecision {
  readonly youngPersonId: string;
  /** From `startsOn` to the day after review, or to the day it was ended. */
  readonly nights: Nights;
  /** Siblings let in by name. */
  readonly siblingIds: readonly string[];
}

/** One stay somebody asks for; a list of these is judged as one, all or none. */
export interface ProposedStay {
  readonly youngPersonId: string;
  readonly nights: Nights;
  readonly roomId?: string;
  readonly solo?: boolean;
  /** Features wished for, best first. */
  readonly wishes?: readonly string[];
  /** When police protection began, an ISO instant: an emergency's legal basis (Children Act 1989, s.46). */
  readonly policeProtectionFrom?: string;
  /** The stay this would change: left out of the diary while it is judged. */
  readonly changesStayId?: string;
  /** Where it lodges now: kept when it can be. */
  readonly lodgings?: readonly Lodging[];
  /** Whom it was asked for or booked together with: they are to have the same nights. */
  readonly siblings?: readonly Sibling[];
}
