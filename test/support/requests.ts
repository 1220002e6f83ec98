import type { Response } from 'supertest';
import type { User } from './accounts';
import { agreePlansIn } from './plans';
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

const FAMILY = `
  WITH family AS (INSERT INTO families (reference) VALUES ('F') RETURNING id)
  INSERT INTO young_people (family_id, given_name, family_name, date_of_birth, case_reference)
  SELECT id, 'Given', 'Family', '2013-05-06', 'C' FROM family, generate_series(1, $1) RETURNING id`;

const TERMS = 'UPDATE short_break_plans SET nights_agreed = $2 WHERE young_person_id = ANY($1::uuid[])';

const COMPATIBLE = `
  INSERT INTO compatibility_assessments
    (first_young_person_id, second_young_person_id, outcome, reasons, review_on, author_name)
  SELECT one, other, 'compatible', 'As known.', '2100-01-01', 'Test'
  FROM unnest($1::uuid[]) AS one, unnest($1::uuid[]) AS other WHERE one < other ON CONFLICT DO NOTHING`;

const NAME = `
  UPDATE young_people SET given_name = named.name, family_name = $3
  FROM unnest($1::uuid[], $2::text[]) AS named(id, name) WHERE young_people.id = named.id`;

/** Siblings of one new family whose plans are agreed and held by this worker; compatible with each other. */
export async function aFamily(
  { dataSource }: Product,
  count = 1,
  { worker = 'worker', nights = 300 }: { readonly worker?: User; readonly nights?: number } = {},
): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(FAMILY, [count]);
  const ids = rows.map(({ id }) => id);
  await agreePlansIn((sql, parameters) => dataSource.query(sql, [...parameters]), ids, worker);
  await dataSource.query(TERMS, [ids, nights]);
  await dataSource.query(COMPATIBLE, [ids]);
  return ids;
}

/** A family whose pages can tell them apart: these given names, one family name. @returns their ids by given name. */
export async function aNamedFamily<Name extends string>(
  product: Product,
  familyName: string,
  givenNames: readonly Name[],
  also: Parameters<typeof aFamily>[2] = {},
): Promise<Readonly<Record<Name, string>>> {
  const ids = await aFamily(product, givenNames.length, also);
  await product.dataSource.query(NAME, [ids, givenNames, familyName]);
  return Object.fromEntries(givenNames.map((name, index) => [name, ids[index]])) as Record<Name, string>;
}

/** Everybody with everybody. */
export async function getOn(
  { dataSource }: Product,
  ...groups: readonly (readonly string[])[]
): Promise<void> {
  await dataSource.query(COMPATIBLE, [groups.flat()]);
}

const WINDOW = { earliest: '2026-03-13', latest: '2026-04-24', weekdays: ['friday'] };

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
