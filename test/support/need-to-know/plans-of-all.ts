import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Grounds } from './grounds';
import type { Household } from './crowd';
import { lay } from './lay';

const at = '2025-02-01T12:00:00Z';
const AGREED = {
  ...{ key_worker_agreed_at: at, key_worker_agreed_name: 'Test' },
  ...{ manager_agreed_at: at, manager_agreed_name: 'Test' },
};
const NOT_AGREED = Object.fromEntries(Object.keys(AGREED).map((name) => [name, null]));

/** Of each worker's families one is dormant, one is closed, and one was somebody else's before. */
export async function layPlans(product: Product, { households, accounts }: Grounds) {
  const plans = households.map((household, index) => ({
    id: randomUUID(),
    household,
    status: statusOf(index),
  }));
  const handedOver = households.filter((_, index) => index % 60 === 3);
  const wasPlan = handedOver.map((household) => ({ id: randomUUID(), household, status: 'closed' }));
  await lay(
    product,
    'cas_plans',
    [...wasPlan, ...plans].map(({ id, household, status }, index) => ({
      ...{
        id,
        family_id: household.id,
        status,
        review_on: '2026-04-01',
        recorded_by_name: 'Test',
        version: 1,
      },
      starts_on: index < wasPlan.length ? '2023-01-01' : '2025-01-01',
      ends_on: status === 'closed' ? (index < wasPlan.length ? '2024-01-01' : '2026-02-01') : null,
      closed_reason: status === 'closed' ? 'aims-achieved' : null,
      dormant_from: status === 'dormant' ? '2026-02-01' : null,
      key_worker_id: accounts.get(index < wasPlan.length ? other(household) : household.keyWorker),
      recorded_at: '2025-01-01T12:00:00Z',
    })),
  );
  const open = plans.filter(({ status }) => status === 'open');
  const goals = open.map(({ id }) => ({ id: randomUUID(), planId: id }));
  await lay(
    product,
    'cas_goals',
    goals.map(({ id, planId }) => ({
      ...{ id, cas_plan_id: planId, position: 0, text: 'Calmer evenings', added_at: '2025-01-01T12:00:00Z' },
    })),
  );
  await lay(
    product,
    'cas_reviews',
    open.map(({ id, household }) => ({
      ...{ id: randomUUID(), cas_plan_id: id, held_on: '2026-01-05', next_review_on: '2026-04-01' },
      decisions: `Go on with ${household.people[0]?.givenName}.`,
      ...{ recorded_at: '2026-01-05T12:00:00Z', recorded_by_name: 'Test' },
    })),
  );
  const agreed = open.flatMap(({ id, household }, index) =>
    household.people.map((person) => ({
      ...{ id: randomUUID(), casPlanId: id, person, status: index % 11 === 5 ? 'draft' : 'agreed' },
    })),
  );
  await lay(
    product,
    'short_break_plans',
    agreed.map(({ id, casPlanId, person, status }) => ({
      ...{ id, cas_plan_id: casPlanId, young_person_id: person.id, status, nights_agreed: 200, version: 1 },
      ...{ starts_on: '2025-02-01', ends_on: '2027-02-01', nights_per: 'plan', legal_basis: 's17' },
      ...{ consent_by: 'A parent', consent_how: 'In writing', consent_on: '2025-02-01' },
      ...{ activities: ['cooking'], wishes: [], expectations: `${person.givenName} likes to cook.` },
      review_on: '2026-04-01',
      ...(status === 'agreed' ? AGREED : NOT_AGREED),
      recorded_by_name: 'Test',
      recorded_at: '2025-02-01T12:00:00Z',
    })),
  );
  const meetings = agreed.map((plan) => ({ ...plan, id: randomUUID(), planId: plan.id }));
  await lay(
    product,
    'progress_meetings',
    meetings.map(({ id, planId, person }) => ({
      ...{ id, plan_id: planId, held_on: '2026-02-02', community_worker: 'A', residential_worker: 'B' },
      ...{ decisions: `${person.givenName} goes on.`, next_on: '2026-05-01', recorded_by_name: 'Test' },
      recorded_at: '2026-02-02T12:00:00Z',
    })),
  );
  const declared = agreed.map((plan) => ({ ...plan, id: randomUUID() }));
  await lay(
    product,
    'declared_nights',
    declared.map(({ id, person }) => ({
      ...{ id, young_person_id: person.id, from_on: '2025-12-24', to_on: '2025-12-27', place: 'An aunt’s' },
      ...{ recorded_at: '2026-01-01T12:00:00Z', recorded_by_name: 'Test' },
    })),
  );
  const thing = ({ id, person, status }: (typeof agreed)[number]) => ({
    ...{ id, keyWorker: person.keyWorker, youngPersonId: person.id, status },
  });
  return {
    'cas-plans': [...plans, ...wasPlan].map(({ id, household, status }) => ({
      ...{ id, keyWorker: household.keyWorker, status },
    })),
    'short-break-plans': agreed.map(thing),
    'progress-meetings': meetings.map(thing),
    'declared-nights': declared.map(thing),
  };
}

function statusOf(index: number): string {
  if (index % 60 === 58) return 'dormant';
  return index % 60 === 59 ? 'closed' : 'open';
}

function other({ keyWorker }: Household): string {
  return keyWorker === 'worker' ? 'worker-2' : 'worker';
}
