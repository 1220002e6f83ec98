import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { londonDate } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import { whyNotToShortBreakPlan, type ShortBreakPlanActionName } from '../domain/short-break-plan-actions';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, Refused, Stale } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { CasPlanRecords } from './cas-plan-records.service';
import { PlanWording } from './plan-wording.service';
import { refuseImpossibleTerms, termsOf } from './plan-terms';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from './short-break-plan-records.service';
import type { ChangedTermsDto, ConsentDto, NewShortBreakPlanDto } from './short-break-plan.dto';
import { ShortBreakPlan } from './short-break-plan.entity';

const NOT_AGREED = {
  keyWorkerAgreedAt: null,
  keyWorkerAgreedName: null,
  managerAgreedAt: null,
  managerAgreedName: null,
};

/** Drafting a short-break plan, and the one way it changes. */
@Injectable()
export class ShortBreakPlans {
  constructor(
    private readonly database: Database,
    private readonly records: ShortBreakPlanRecords,
    private readonly casPlans: CasPlanRecords,
    private readonly people: People,
    private readonly wording: PlanWording,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere, Misshapen, Refused when the CAS plan is not open. */
  async draft(asked: NewShortBreakPlanDto, by: Person): Promise<ShortBreakPlanFile> {
    const { casPlanId, youngPersonId, consent, revisesId = null, ...words } = asked;
    const terms = termsOf(words);
    return this.database.transaction(async (tx) => {
      const { plan: casPlan, goals } = await this.casPlans.locked(tx, casPlanId, by);
      await this.refuseOtherFamily(youngPersonId, casPlan.familyId);
      if (revisesId) await refuseOtherPlan(tx, revisesId, { casPlanId, youngPersonId });
      if (consent) this.refuseConsentToCome(consent.on, '/consent/on');
      refuseImpossibleTerms(terms, words.goals, { startsOn: casPlan.startsOn, goals });
      if (casPlan.status !== 'open')
        throw new Refused(
          `The family’s CAS plan is ${casPlan.status}. Only in an open one can a plan be made.`,
        );
      const plan = await tx.save(
        tx.create(ShortBreakPlan, {
          ...{ casPlanId, youngPersonId, revisesId, ...terms },
          ...(consent ? consentOf(consent) : {}),
          recordedByName: by.name,
        }),
      );
      const now = this.clock.now();
      await this.wording.writeGoals(tx, plan, words.goals, now);
      await this.wording.keepVersion(tx, plan, { ...terms, goals: words.goals }, now, by.name);
      await this.record(tx, by, 'short-break-plan.drafted', null, plan);
      return this.records.one(plan.id, by);
    });
  }

  /** A new version; whoever agreed the one before agrees again. */
  async rewrite(id: string, asked: ChangedTermsDto, changer: Changer): Promise<ShortBreakPlanFile> {
    return this.change(id, 'terms', changer, async (tx, file) => {
      const { by } = changer;
      const casPlan = await this.casPlans.one(file.plan.casPlanId, by);
      const goals =
        asked.goals ??
        file.goals.map(({ casGoalId, text, ratedAtEntry }) => ({
          ...{ casGoalId, text },
          ...(ratedAtEntry === null ? {} : { ratedAtEntry }),
        }));
      const terms = termsOf({ ...file.plan, ...given(asked), goals });
      refuseImpossibleTerms(terms, asked.goals ?? [], {
        startsOn: casPlan.plan.startsOn,
        goals: casPlan.goals,
      });
      const now = this.clock.now();
      const plan = await this.save(
        tx,
        file.plan,
        { ...terms, ...NOT_AGREED },
        by,
        'short-break-plan.rewritten',
      );
      if (asked.goals) await this.wording.writeGoals(tx, plan, asked.goals, now);
      await this.wording.keepVersion(tx, plan, { ...terms, goals }, now, by.name);
    });
  }

  /**
   * The one way a short-break plan changes: under its lock, at the version that was read, and, where an action is
   * named, only when its state allows. @throws NotThere, Stale (412), Refused saying why not.
   */
  async change(
    id: string,
    action: ShortBreakPlanActionName | undefined,
    { by, readAt }: Changer,
    work: (tx: EntityManager, file: ShortBreakPlanFile) => Promise<void>,
  ): Promise<ShortBreakPlanFile> {
    return this.database.transaction(async (tx) => {
      const file = await this.records.locked(tx, id, by);
      if (readAt !== undefined && readAt !== file.plan.version)
        throw new Stale('Read the plan again, look at what changed, and decide anew.');
      if (action) refuseUnlessAllowed(action, file);
      await work(tx, file);
      return this.records.one(id, by);
    });
  }

  async save(
    tx: EntityManager,
    before: ShortBreakPlan,
    changed: Partial<Omit<ShortBreakPlan, 'casPlan' | 'youngPerson' | 'revises'>>,
    by: Person,
    action: string,
    reason: string | null = null,
  ): Promise<ShortBreakPlan> {
    const after = { ...before, ...changed, version: before.version + 1 };
    await tx.update(ShortBreakPlan, { id: before.id }, { ...changed, version: after.version });
    await this.record(tx, by, action, before, after, reason);
    return after;
  }

  /** @throws Misshapen: consent is given before it is written down. */
  refuseConsentToCome(on: string, pointer: string): void {
    if (on > londonDate(this.clock.now()))
      throw Misshapen.at(pointer, 'That day is still to come: record consent once it is given.');
  }

  private async record(
    tx: EntityManager,
    by: Person,
    action: string,
    before: ShortBreakPlan | null,
    after: ShortBreakPlan,
    reason: string | null = null,
  ): Promise<void> {
    const { id: subjectId, youngPersonId } = after;
    await this.audit.record(tx, by, { action, subjectId, youngPersonId, before, after, reason });
  }

  private async refuseOtherFamily(youngPersonId: string, familyId: string): Promise<void> {
    const family = await this.people.ofFamily(familyId);
    if (!family.some(({ id }) => id === youngPersonId))
      throw Misshapen.at('/youngPersonId', 'No such young person is of the family this CAS plan is for.');
  }
}

export function refuseUnlessAllowed(
  action: ShortBreakPlanActionName,
  { plan, casPlan }: ShortBreakPlanFile,
): void {
  const hasConsent = plan.consentOn !== null && plan.consentWithdrawnOn === null;
  const acted = { status: plan.status, casPlan: casPlan.status, hasConsent, hasAgreed: false };
  const why = whyNotToShortBreakPlan(action, acted);
  if (why) throw new Refused(why);
}

export function consentOf({ by, how, on }: ConsentDto) {
  const notWithdrawn = { consentWithdrawnOn: null, consentWithdrawnReason: null };
  return { consentBy: by, consentHow: how, consentOn: on, ...notWithdrawn };
}

async function refuseOtherPlan(
  tx: EntityManager,
  id: string,
  of: { readonly casPlanId: string; readonly youngPersonId: string },
): Promise<void> {
  const revised = await tx.findOneBy(ShortBreakPlan, { id, ...of });
  if (!revised) throw Misshapen.at('/revisesId', 'This young person has no such plan to revise.');
  if (revised.status !== 'agreed')
    throw new Refused(
      revised.status === 'draft'
        ? `The plan from ${sayDate(revised.startsOn)} is a draft: change it instead of revising it.`
        : `The plan from ${sayDate(revised.startsOn)} has ended: make a new one.`,
    );
}

function given(asked: ChangedTermsDto): Partial<ChangedTermsDto> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null));
}
