import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../domain/calendar-date';
import { planBalance, type CountedStay, type PlanBalance } from '../domain/plan-balance';
import { planFor, type PlanOnFile } from '../domain/short-break-plan';
import { LostNights } from '../plans/lost-nights.reader';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';

type Plan = Pick<PlanOnFile, 'youngPersonId' | 'isAgreed' | 'nights' | 'nightsAgreed' | 'nightsPer'>;

interface OwedRow {
  readonly plans: Plan[];
  readonly stays: (CountedStay & { readonly youngPersonId: string })[];
}

const OWED = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id, 'isAgreed', true,
         'nights', json_build_object('from', starts_on, 'to', ends_on), 'nightsAgreed', nights_agreed,
         'nightsPer', nights_per)), '[]')
       FROM short_break_plans WHERE young_person_id = ANY ($1::uuid[]) AND status = 'agreed') AS plans,
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id, 'kind', kind, 'status', status,
         'nights', json_build_object('from', arrives_on, 'to', departs_on))), '[]')
       FROM stays WHERE young_person_id = ANY ($1::uuid[])
         AND (status <> 'held' OR hold_expires_at > $2)) AS stays`;

/** How many nights the plans in force on a day agreed that are neither used nor booked, all young people together. */
@Injectable()
export class NightsOwed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lost: LostNights,
  ) {}

  async to(youngPersonIds: readonly string[], on: CalendarDate): Promise<number> {
    const balances = await this.balances(youngPersonIds, on);
    return [...balances.values()].reduce((sum, { left }) => sum + left, 0);
  }

  /** Of each whose plan is in force on the day. */
  async balances(
    youngPersonIds: readonly string[],
    on: CalendarDate,
  ): Promise<ReadonlyMap<string, PlanBalance>> {
    const [row] = await this.database.rows<OwedRow>(OWED, [youngPersonIds, this.clock.now()]);
    const { plans = [], stays = [] } = row ?? {};
    const owed = await this.lost.owedTo(youngPersonIds);
    const balances = youngPersonIds.flatMap((id): [string, PlanBalance][] => {
      const plan = planFor(on, ofPerson(plans, id));
      return plan ? [[id, planBalance(plan, ofPerson(stays, id), on, owed.get(id))]] : [];
    });
    return new Map(balances);
  }
}

function ofPerson<T extends { readonly youngPersonId: string }>(all: readonly T[], id: string): T[] {
  return all.filter(({ youngPersonId }) => youngPersonId === id);
}
