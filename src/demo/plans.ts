import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { SupportKind } from '../domain/cas-plan';
import type { LegalBasis } from '../domain/short-break-plan';
import { londonInstant } from '../domain/london';
import { CasPlan } from '../plans/cas-plan.entity';
import { ShortBreakPlan } from '../plans/short-break-plan.entity';
import type { House, OnFile } from './house';

const SUPPORTS: readonly (readonly [SupportKind, string | null])[] = [
  ['cas-only', null],
  ['child-in-need-plan', 'Lorna Tate'],
  ['child-protection-plan', 'Imran Sethi'],
  ['children-and-families-assessment', 'Lorna Tate'],
];

const GOALS = [
  ['Fewer rows at home', 'Two calm evenings at the unit, then the same at home'],
  ['Back at school every day', 'Homework hour with staff before supper'],
  ['Parents get a rest', 'A weekend away each month, home by Sunday tea'],
  ['Feels good about themselves', 'Cooks one meal for everybody on each stay'],
] as const;

const ACTIVITIES = [
  ['cooking', 'self-esteem'],
  ['anger management', 'football'],
  ['travel training'],
  ['art'],
];

const EXPECTATIONS = 'Phones handed in at 9pm. Staff ring home on the first evening.';

const GOAL_ROWS = `
  INSERT INTO cas_goals (id, cas_plan_id, position, text)
  SELECT id, "casPlanId", 1, text FROM jsonb_to_recordset($1::jsonb) AS goal(id uuid, "casPlanId" uuid, text text)`;

const SUPPORT_ROWS = `
  INSERT INTO cas_plan_supports (cas_plan_id, kind, from_on, social_worker, recorded_by_name)
  SELECT id, kind, "startsOn", "socialWorker", 'Colm Doyle'
  FROM jsonb_to_recordset($1::jsonb) AS support(id uuid, kind text, "startsOn" date, "socialWorker" text)`;

const SHORT_BREAK_GOAL_ROWS = `
  INSERT INTO short_break_goals (plan_id, cas_plan_id, cas_goal_id, position, text, rated_at_entry)
  SELECT "planId", "casPlanId", "casGoalId", 1, text, rating FROM jsonb_to_recordset($1::jsonb)
    AS goal("planId" uuid, "casPlanId" uuid, "casGoalId" uuid, text text, rating smallint)`;

/** An open CAS plan for each family, in two workers' hands, and an agreed short-break plan for everybody in it. */
export async function agreePlans(tx: EntityManager, house: House, today: CalendarDate): Promise<void> {
  const workers = await Promise.all(
    ['worker', 'worker-2'].map((username) => tx.findOneByOrFail(Account, { username })),
  );
  const families = [...new Set(house.everybody.map(({ familyId }) => familyId))];
  const casPlans = families.map((familyId, index) => casPlanOf(familyId, index, workers, today));
  await tx.insert(CasPlan, casPlans);
  const supports = casPlans.map(({ id, startsOn }, index) => {
    const [kind, socialWorker] = SUPPORTS[index % SUPPORTS.length] ?? ['cas-only', null];
    return { id, kind, startsOn, socialWorker };
  });
  await tx.query(SUPPORT_ROWS, [JSON.stringify(supports)]);
  const goals = casPlans.map((plan, index) => ({
    ...{ id: randomUUID(), casPlanId: plan.id, familyId: plan.familyId },
    text: GOALS[index % GOALS.length]?.[0],
    served: GOALS[index % GOALS.length]?.[1],
  }));
  await tx.query(GOAL_ROWS, [JSON.stringify(goals)]);
  const plans = house.everybody.flatMap((person, index) => {
    const casPlan = casPlans.find(({ familyId }) => familyId === person.familyId);
    return casPlan ? [shortBreakPlanOf(person, casPlan, index, workers, today)] : [];
  });
  await tx.insert(ShortBreakPlan, plans);
  const served = plans.flatMap((plan, index) => {
    const goal = goals.find(({ casPlanId }) => casPlanId === plan.casPlanId);
    return goal
      ? [
          {
            planId: plan.id,
            casPlanId: plan.casPlanId,
            casGoalId: goal.id,
            text: goal.served,
            rating: 1 + (index % 3),
          },
        ]
      : [];
  });
  await tx.query(SHORT_BREAK_GOAL_ROWS, [JSON.stringify(served)]);
}

/** Every seventh review is overdue. */
function casPlanOf(
  familyId: string,
  index: number,
  workers: readonly Account[],
  today: CalendarDate,
): CasPlan {
  const keyWorker = workers[index % 3 === 2 ? 1 : 0];
  return {
    id: randomUUID(),
    familyId,
    keyWorkerId: keyWorker?.id ?? '',
    status: 'open',
    startsOn: addDays(today, -240 - index * 5),
    endsOn: null,
    reviewOn: addDays(today, index % 7 === 3 ? -4 : 10 + index * 3),
    ...{ dormantFrom: null, dormantReason: null, closedReason: null, closedWords: null },
    version: 1,
    recordedAt: londonInstant(addDays(today, -240 - index * 5), '10:00'),
    recordedByName: keyWorker?.name ?? '',
  };
}

function shortBreakPlanOf(
  { id: youngPersonId, familyName }: OnFile,
  { id: casPlanId, startsOn, keyWorkerId }: CasPlan,
  index: number,
  workers: readonly Account[],
  today: CalendarDate,
): ShortBreakPlan {
  const agreedAt = londonInstant(addDays(startsOn, 14), '15:30');
  const legalBasis: LegalBasis = index % 4 === 1 ? 's20-series' : 's17';
  return {
    ...{ id: randomUUID(), casPlanId, youngPersonId, revisesId: null, status: 'agreed' as const },
    startsOn,
    endsOn: addDays(today, 200 + index * 4),
    nightsAgreed: 60 + (index % 4) * 10,
    nightsPer: 'year',
    legalBasis,
    ...{
      consentBy: `A parent of the ${familyName} family`,
      consentHow: 'Signed at home',
      consentOn: startsOn,
    },
    ...{ consentWithdrawnOn: null, consentWithdrawnReason: null },
    activities: [...(ACTIVITIES[index % ACTIVITIES.length] ?? [])],
    expectations: EXPECTATIONS,
    wishes: index % 3 === 0 ? ['garden view'] : [],
    reviewOn: addDays(today, index % 6 === 2 ? -9 : 7 + index * 2),
    ...{ keyWorkerAgreedAt: agreedAt, managerAgreedAt: agreedAt, managerAgreedName: 'Ruth Calder' },
    keyWorkerAgreedName: workers.find(({ id }) => id === keyWorkerId)?.name ?? '',
    ...{ endedOn: null, endedReason: null, version: 1, recordedAt: agreedAt },
    recordedByName: workers.find(({ id }) => id === keyWorkerId)?.name ?? '',
  };
}
