import { shortBreakPlanActions, type ShortBreakPlanAction } from '../domain/short-break-plan-actions';
import type { PlanBalance } from '../domain/plan-balance';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { hasAgreed } from './plan-agreements.service';
import type { PlanVersion, ShortBreakGoal, ShortBreakPlanFile } from './short-break-plan-records.service';
import type { ShortBreakPlan } from './short-break-plan.entity';

export interface ShortBreakPlanView {
  readonly id: string;
  readonly casPlanId: string;
  readonly familyId: string;
  readonly youngPersonId: string;
  readonly revisesId: string | null;
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly nightsAgreed: number;
  readonly nightsPer: string;
  readonly legalBasis: string;
  readonly consent: {
    readonly by: string;
    readonly how: string;
    readonly on: string;
    readonly withdrawnOn: string | null;
    readonly withdrawnReason: string | null;
  } | null;
  readonly goals: readonly ShortBreakGoal[];
  readonly activities: readonly string[];
  readonly expectations: string;
  readonly wishes: readonly string[];
  readonly reviewOn: string;
  readonly keyWorkerAgreedAt: string | null;
  readonly keyWorkerAgreedName: string | null;
  readonly managerAgreedAt: string | null;
  readonly managerAgreedName: string | null;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly versions: readonly PlanVersion[];
  readonly balance: PlanBalance;
  readonly version: number;
  readonly actions: readonly ShortBreakPlanAction[];
}

export function shortBreakPlanView(file: ShortBreakPlanFile, reader: Person): ShortBreakPlanView {
  const { plan, casPlan, goals, versions, balance } = file;
  return {
    id: plan.id,
    casPlanId: plan.casPlanId,
    familyId: casPlan.familyId,
    youngPersonId: plan.youngPersonId,
    revisesId: plan.revisesId,
    status: plan.status,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    nightsAgreed: plan.nightsAgreed,
    nightsPer: plan.nightsPer,
    legalBasis: plan.legalBasis,
    consent: consentView(plan),
    goals,
    activities: plan.activities,
    expectations: plan.expectations,
    wishes: plan.wishes,
    reviewOn: plan.reviewOn,
    keyWorkerAgreedAt: plan.keyWorkerAgreedAt?.toISOString() ?? null,
    keyWorkerAgreedName: plan.keyWorkerAgreedName,
    managerAgreedAt: plan.managerAgreedAt?.toISOString() ?? null,
    managerAgreedName: plan.managerAgreedName,
    endedOn: plan.endedOn,
    endedReason: plan.endedReason,
    versions,
    balance,
    version: plan.version,
    actions: actionsOf(file, reader),
  };
}

export function actionsOf(file: ShortBreakPlanFile, reader: Person): ShortBreakPlanAction[] {
  const { plan, casPlan } = file;
  const acted = {
    status: plan.status,
    casPlan: casPlan.status,
    hasConsent: plan.consentOn !== null && plan.consentWithdrawnOn === null,
    hasAgreed: plan.status === 'draft' && hasAgreed(reader, file),
  };
  return shortBreakPlanActions(acted, may(reader.role, 'keep plans'));
}

function consentView(plan: ShortBreakPlan): ShortBreakPlanView['consent'] {
  const { consentBy, consentHow, consentOn, consentWithdrawnOn, consentWithdrawnReason } = plan;
  if (consentBy === null || consentHow === null || consentOn === null) return null;
  const withdrawn = { withdrawnOn: consentWithdrawnOn, withdrawnReason: consentWithdrawnReason };
  return { by: consentBy, how: consentHow, on: consentOn, ...withdrawn };
}
