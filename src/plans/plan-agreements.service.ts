import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/calendar-date';
import { sayDate, sayDays } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { may } from '../platform/may';
import { Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { PlanCuts } from './plan-cuts.service';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from './short-break-plan-records.service';
import { ShortBreakPlan } from './short-break-plan.entity';
import { refuseUnlessAllowed, ShortBreakPlans } from './short-break-plans.service';

/** The sides of an agreement this person may speak for: whoever is both counts as both. */
function sidesOf(
  by: Person,
  { casPlan }: Pick<ShortBreakPlanFile, 'casPlan'>,
): { readonly keyWorker: boolean; readonly manager: boolean } {
  return { keyWorker: by.id === casPlan.keyWorkerId, manager: may(by.role, 'authorise findings') };
}

/** Whether the sides this person may speak for have agreed. */
export function hasAgreed(by: Person, file: Pick<ShortBreakPlanFile, 'casPlan' | 'plan'>): boolean {
  const { keyWorker, manager } = sidesOf(by, file);
  const { keyWorkerAgreedAt, managerAgreedAt } = file.plan;
  return (!keyWorker || keyWorkerAgreedAt !== null) && (!manager || managerAgreedAt !== null);
}

/** A draft becomes a plan when the key worker and a manager have agreed it. */
@Injectable()
export class PlanAgreements {
  constructor(
    private readonly gate: UnitGate,
    private readonly plans: ShortBreakPlans,
    private readonly records: ShortBreakPlanRecords,
    private readonly cuts: PlanCuts,
    private readonly clock: Clock,
  ) {}

  /** Agreeing again does no harm. @throws NotThere, Stale, Refused */
  async agree(id: string, changer: Changer): Promise<ShortBreakPlanFile> {
    return this.gate.changeEvery(() =>
      this.plans.change(id, undefined, changer, async (tx, file) => {
        if (file.plan.status !== 'ended' && hasAgreed(changer.by, file)) return;
        refuseUnlessAllowed('agreement', file);
        const agreed = this.agreedBy(changer.by, file);
        const isWhole = agreed.keyWorkerAgreedAt !== null && agreed.managerAgreedAt !== null;
        if (isWhole) await this.makeRoom(tx, file.plan, changer.by);
        const status = isWhole ? ('agreed' as const) : ('draft' as const);
        await this.plans.save(tx, file.plan, { ...agreed, status }, changer.by, 'short-break-plan.agreed');
        if (isWhole && file.plan.revisesId) await this.cuts.moveStays(tx, file.plan.revisesId, file.plan);
      }),
    );
  }

  private agreedBy(by: Person, file: ShortBreakPlanFile) {
    const { keyWorker, manager } = sidesOf(by, file);
    const { keyWorkerAgreedAt, keyWorkerAgreedName, managerAgreedAt, managerAgreedName } = file.plan;
    const now = { at: this.clock.now(), name: by.name };
    return {
      keyWorkerAgreedAt: keyWorkerAgreedAt ?? (keyWorker ? now.at : null),
      keyWorkerAgreedName: keyWorkerAgreedName ?? (keyWorker ? now.name : null),
      managerAgreedAt: managerAgreedAt ?? (manager ? now.at : null),
      managerAgreedName: managerAgreedName ?? (manager ? now.name : null),
    };
  }

  /** The plan revised gives way; no other may cover the same night. */
  private async makeRoom(tx: EntityManager, plan: ShortBreakPlan, by: Person): Promise<void> {
    if (plan.revisesId) await this.cuts.giveWay(tx, plan.revisesId, plan, by);
    const { id, youngPersonId, startsOn, endsOn } = plan;
    const other = await tx.findOneBy(ShortBreakPlan, {
      ...{ id: Not(id), youngPersonId, status: In(['agreed']) },
      ...{ startsOn: LessThan(endsOn), endsOn: MoreThan(startsOn) },
    });
    if (other) throw new Refused(overlapping(other, this.records.today), [], { shortBreakPlanId: other.id });
  }
}

function overlapping({ startsOn, endsOn }: ShortBreakPlan, today: CalendarDate): string {
  return (
    `Another agreed plan covers some of these nights: ${sayDays(startsOn, endsOn, today)}. ` +
    `End it, or begin this one on ${sayDate(endsOn)}.`
  );
}
