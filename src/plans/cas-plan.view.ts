import type { CalendarDate } from '../domain/calendar-date';
import { casPlanActions, type CasPlanAction } from '../domain/cas-plan-actions';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { CasGoal, CasPlanFile, Support } from './cas-plan-records.service';

export interface CasPlanView {
  readonly id: string;
  readonly familyId: string;
  readonly keyWorkerId: string;
  readonly keyWorkerName: string;
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly reviewOn: string;
  readonly dormantFrom: string | null;
  readonly dormantReason: string | null;
  readonly closedReason: string | null;
  readonly closedWords: string | null;
  /** The kind of support in force. */
  readonly support: string;
  readonly socialWorker: string | null;
  readonly supports: readonly Support[];
  readonly goals: readonly CasGoal[];
  readonly version: number;
  readonly actions: readonly CasPlanAction[];
}

export function casPlanView(
  { plan, keyWorkerName, supports, goals }: CasPlanFile,
  today: CalendarDate,
  reader: Person,
): CasPlanView {
  const inForce = supportOn(today, supports);
  return {
    id: plan.id,
    familyId: plan.familyId,
    keyWorkerId: plan.keyWorkerId,
    keyWorkerName,
    status: plan.status,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    reviewOn: plan.reviewOn,
    dormantFrom: plan.dormantFrom,
    dormantReason: plan.dormantReason,
    closedReason: plan.closedReason,
    closedWords: plan.closedWords,
    support: inForce?.kind ?? 'cas-only',
    socialWorker: inForce?.socialWorker ?? null,
    supports,
    goals,
    version: plan.version,
    actions: casPlanActions(plan.status, may(reader.role, 'keep plans')),
  };
}

/** The last to have begun by then; before the first has, the first. */
export function supportOn(on: CalendarDate, supports: readonly Support[]): Support | undefined {
  return supports.findLast(({ fromOn }) => fromOn <= on) ?? supports[0];
}
