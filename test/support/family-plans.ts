import type { Response } from 'supertest';
import type { User } from './accounts';
import type { Product } from './product';

/** A CAS plan, as the API answers. */
export interface ACasPlan {
  readonly id: string;
  readonly familyId: string;
  readonly keyWorkerId: string;
  readonly status: string;
  readonly version: number;
  readonly goals: readonly { readonly id: string; readonly text: string }[];
}

/** A short-break plan, as the API answers. */
export interface AShortBreakPlan {
  readonly id: string;
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly endedOn: string | null;
  readonly version: number;
  readonly goals: readonly { readonly id: string; readonly text: string }[];
  readonly actions: readonly { readonly name: string; readonly allowed: boolean; readonly why?: string }[];
}

const CONSENT = { by: 'Their mother', how: 'in writing', on: '2026-03-01' };

export function casPlanOf(familyId: string, also: object = {}): object {
  return {
    familyId,
    support: 'cas-only',
    startsOn: '2026-03-01',
    reviewOn: '2026-06-01',
    goals: [{ text: 'Calmer evenings at home' }],
    ...also,
  };
}

export function openCasPlan(
  product: Product,
  user: User,
  familyId: string,
  also: object = {},
): Promise<Response> {
  return product.as(user).post('/api/cas-plans').send(casPlanOf(familyId, also)).then();
}

export async function aCasPlan(product: Product, user: User, familyId: string): Promise<ACasPlan> {
  const answer = await openCasPlan(product, user, familyId);
  expect([answer.status, answer.body]).toMatchObject([201, { familyId }]);
  return answer.body as ACasPlan;
}

export function shortBreakPlanIn(casPlan: ACasPlan, youngPersonId: string, also: object = {}): object {
  return {
    casPlanId: casPlan.id,
    youngPersonId,
    startsOn: '2026-03-02',
    endsOn: '2026-09-01',
    nightsAgreed: 24,
    legalBasis: 's20-series',
    consent: CONSENT,
    goals: [{ casGoalId: casPlan.goals[0]?.id, text: 'A night away each fortnight' }],
    activities: ['Cooking'],
    expectations: 'Own room, tea at six.',
    ...also,
  };
}

export async function aDraft(
  product: Product,
  user: User,
  casPlan: ACasPlan,
  youngPersonId: string,
  also: object = {},
): Promise<AShortBreakPlan> {
  const asked = shortBreakPlanIn(casPlan, youngPersonId, also);
  const answer = await product.as(user).post('/api/short-break-plans').send(asked);
  expect([answer.status, answer.body]).toMatchObject([201, { status: 'draft' }]);
  return answer.body as AShortBreakPlan;
}

export async function agreed(product: Product, user: User, id: string): Promise<AShortBreakPlan> {
  await product.as(user).post(`/api/short-break-plans/${id}/agreement`).send({});
  const answer = await product.as('manager').post(`/api/short-break-plans/${id}/agreement`).send({});
  expect([answer.status, answer.body]).toMatchObject([200, { status: 'agreed' }]);
  return answer.body as AShortBreakPlan;
}

/** A CAS plan of the family, held by `user`, and an agreed plan in it for each young person. */
export async function agreedPlans(
  product: Product,
  user: User,
  youngPersonIds: readonly string[],
): Promise<{ readonly casPlan: ACasPlan; readonly plans: readonly AShortBreakPlan[] }> {
  const found = await product.as('manager').get(`/api/young-people/${youngPersonIds[0] ?? ''}`);
  const casPlan = await aCasPlan(product, user, (found.body as { familyId: string }).familyId);
  const plans: AShortBreakPlan[] = [];
  for (const id of youngPersonIds)
    plans.push(await agreed(product, user, (await aDraft(product, user, casPlan, id)).id));
  return { casPlan, plans };
}

let made = 0;

/** Siblings of a family that has no CAS plan yet. */
export async function newSiblings(product: Product, count: number): Promise<string[]> {
  const post = async (path: string, body: object) =>
    (await product.as('manager').post(`/api/${path}`).send(body)).body as { id: string };
  made += 1;
  const { id: familyId } = await post('families', { reference: `FAM-${made}` });
  const ids: string[] = [];
  for (const givenName of ['Ash', 'Bryn', 'Cato'].slice(0, count)) {
    const born = { dateOfBirth: '2013-05-06', caseReference: `SB-${made}` };
    ids.push((await post('young-people', { familyId, givenName, familyName: `Test${made}`, ...born })).id);
  }
  return ids;
}
