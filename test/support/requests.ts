import type { Response } from 'supertest';
import type { User } from './accounts';
import { assessPair, siblings } from './diary';
import type { Product } from './product';

/** A request as the API tells of it. */
export interface ToldRequest {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly offer: {
    readonly id: string;
    readonly arrivesOn: string;
    readonly departsOn: string;
    readonly expiresAt: string;
    readonly leftOut: readonly string[];
    readonly byWaitingList: boolean;
  } | null;
  readonly stayIds: readonly string[];
  readonly decline: { readonly reason: string; readonly words: string | null } | null;
  readonly actions: readonly { readonly name: string; readonly allowed: boolean; readonly why?: string }[];
}

const PLANS = `
  WITH family AS (SELECT family_id AS id FROM young_people WHERE id = ($1::uuid[])[1]),
  cas AS (
    INSERT INTO cas_plans (family_id, key_worker_id, starts_on, review_on, recorded_by_name)
    SELECT family.id, accounts.id, '2020-01-01', '2030-01-01', 'Test' FROM family, accounts WHERE username = $2
    RETURNING id)
  INSERT INTO short_break_plans (cas_plan_id, young_person_id, status, starts_on, ends_on, nights_agreed, legal_basis,
    consent_by, consent_how, consent_on, review_on, key_worker_agreed_at, key_worker_agreed_name, manager_agreed_at,
    manager_agreed_name, recorded_by_name)
  SELECT cas.id, child, 'agreed', '2020-01-01', '2030-01-01', $3, 's20', 'A parent', 'In writing', '2020-01-01',
    '2030-01-01', now(), 'Test', now(), 'Test', 'Test' FROM cas, unnest($1::uuid[]) AS child`;

/** Siblings of one new family whose plans are agreed and held by this worker; compatible with each other. */
export async function aFamily(
  product: Product,
  count = 1,
  { worker = 'worker', nights = 300 }: { readonly worker?: User; readonly nights?: number } = {},
): Promise<string[]> {
  const ids = await siblings(product, count);
  await product.dataSource.query(PLANS, [ids, worker, nights]);
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) await assessPair(product, [one, other]);
  return ids;
}

/** Everybody with everybody. */
export async function getOn(product: Product, ...groups: readonly (readonly string[])[]): Promise<void> {
  for (const [index, group] of groups.entries())
    for (const one of group)
      for (const other of groups.slice(index + 1).flat()) await assessPair(product, [one, other]);
}

export const WINDOW = { earliest: '2026-03-13', latest: '2026-04-24', weekdays: ['friday'] };

export const WEEKEND = { earliest: '2026-03-13', latest: '2026-03-13' };

export async function ask(
  product: Product,
  unitId: string,
  youngPersonIds: readonly string[],
  also: object = {},
  user: User = 'worker',
): Promise<Response> {
  return product
    .as(user)
    .post('/api/requests')
    .send({
      unitId,
      youngPersonIds,
      nights: 3,
      reason: 'A rest at home.',
      urgency: 'routine',
      ...WINDOW,
      ...also,
    });
}

/** Asked for by the worker, and taken. */
export async function asked(...given: Parameters<typeof ask>): Promise<ToldRequest> {
  const answer = await ask(...given);
  if (answer.status !== 201) throw new Error(`The request was not taken: ${answer.text}`);
  return answer.body as ToldRequest;
}

/** What somebody does with a request: `offer`, `acceptance` … */
export function act(
  product: Product,
  user: User,
  { id }: Pick<ToldRequest, 'id'>,
  action: string,
  body: object = {},
) {
  return product.as(user).post(`/api/requests/${id}/${action}`).send(body);
}

export async function read(
  product: Product,
  { id }: Pick<ToldRequest, 'id'>,
  user: User = 'worker',
): Promise<ToldRequest> {
  return (await product.as(user).get(`/api/requests/${id}`)).body as ToldRequest;
}

/** The states of its stays, as unit staff read them. */
export async function statesOf(product: Product, stayIds: readonly string[]): Promise<string[]> {
  const states: string[] = [];
  for (const id of stayIds) {
    const answer = await product.as('manager').get(`/api/stays/${id}`);
    states.push((answer.body as { status: string }).status);
  }
  return states;
}
