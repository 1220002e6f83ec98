import type { Household, KeyWorker, Person } from './crowd';

/** Named as the first word of the addresses they are found at. */
export type Kind =
  | 'families'
  | 'young-people'
  | 'cas-plans'
  | 'short-break-plans'
  | 'stays'
  | 'requests'
  | 'request-series'
  | 'request-offers'
  | 'noticed-things'
  | 'declared-nights'
  | 'day-visits'
  | 'tasks'
  | 'emergency-claims'
  | 'case-records'
  | 'progress-meetings'
  | 'solo-decisions'
  | 'compatibility-assessments';

/** Something of one family, or of nobody a CAS worker may know of. */
export interface Thing {
  readonly id: string;
  readonly keyWorker?: KeyWorker;
  readonly youngPersonId?: string;
  readonly status?: string;
}

/** What was laid down. */
export interface Laid {
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly households: readonly Household[];
  readonly people: readonly Person[];
  /** Each used by the young people of one worker only. */
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly keyWorker: KeyWorker }[];
  readonly ids: Readonly<Record<Kind, readonly Thing[]>>;
  readonly closures: readonly string[];
  readonly imports: readonly string[];
  readonly notices: readonly string[];
  /** Of people who work here. */
  readonly accounts: readonly string[];
}
