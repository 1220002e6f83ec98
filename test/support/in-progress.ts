import type { User } from './accounts';
import type { Product } from './product';

export interface InProgress {
  readonly youngPersonId: string;
  readonly familyId: string;
  readonly casPlanId: string;
  readonly casGoalId: string;
  readonly planId: string;
  readonly goalIds: readonly [string, string];
}

interface Terms {
  readonly keyWorker?: User;
  readonly status?: 'draft' | 'agreed';
  readonly reviewOn?: string;
}

let made = 0;

/** A family with its CAS plan, and a young person with a short-break plan of two goals. */
export async function aPlanInProgress(
  product: Product,
  { keyWorker = 'worker', status = 'agreed', reviewOn = '2026-06-01' }: Terms = {},
): Promise<InProgress> {
  made += 1;
  const id = async (sql: string, ...parameters: unknown[]) =>
    (await product.dataSource.query<{ id: string }[]>(sql, parameters))[0]?.id ?? '';
  const familyId = await id(
    `INSERT INTO families (reference) VALUES ($1) RETURNING id`,
    `Plan family ${made}`,
  );
  const youngPersonId = await id(
    `INSERT INTO young_people (family_id, given_name, family_name, date_of_birth, case_reference)
     VALUES ($1, $2, 'Ofplan', '2012-05-06', $3) RETURNING id`,
    ...[familyId, `Planned${made}`, `PC${made}`],
  );
  const casPlanId = await id(
    `INSERT INTO cas_plans (family_id, key_worker_id, starts_on, review_on, recorded_by_name)
     SELECT $1, id, '2025-01-01', $3, 'Test' FROM accounts WHERE username = $2 RETURNING id`,
    ...[familyId, keyWorker, reviewOn],
  );
  const casGoalId = await id(
    `INSERT INTO cas_goals (cas_plan_id, position, text) VALUES ($1, 0, 'Calmer evenings at home') RETURNING id`,
    casPlanId,
  );
  const planId = await id(
    `INSERT INTO short_break_plans (cas_plan_id, young_person_id, status, starts_on, ends_on, nights_agreed,
       legal_basis, consent_by, consent_how, consent_on, review_on, key_worker_agreed_at, key_worker_agreed_name,
       manager_agreed_at, manager_agreed_name, recorded_by_name)
     VALUES ($1, $2, $3, '2025-01-01', '2027-01-01', 200, 's17', 'A parent', 'In writing', '2025-01-01', $4,
       now(), 'Test', now(), 'Test', 'Test') RETURNING id`,
    ...[casPlanId, youngPersonId, status, reviewOn],
  );
  const goal = (position: number, text: string) =>
    id(
      `INSERT INTO short_break_goals (plan_id, cas_plan_id, cas_goal_id, position, text, rated_at_entry)
       VALUES ($1, $2, $3, $4, $5, 2) RETURNING id`,
      ...[planId, casPlanId, casGoalId, position, text],
    );
  const goalIds = [await goal(0, 'Cook a meal'), await goal(1, 'Ask before leaving the table')] as const;
  return { youngPersonId, familyId, casPlanId, casGoalId, planId, goalIds };
}

/** A stay laid down as it is, without asking who may stay. */
export async function aStayOf(
  product: Product,
  youngPersonId: string,
  unit: { readonly id: string },
  stay: {
    readonly from: string;
    readonly to: string;
    readonly status?: string;
    readonly kind?: string;
    readonly bed?: { readonly id: string; readonly number: number };
  },
): Promise<string> {
  const { from, to, status = 'completed', kind = 'planned', bed } = stay;
  const [made] = await product.dataSource.query<{ id: string }[]>(
    `INSERT INTO stays (unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on,
       created_by_name, hold_expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $5, 'Test', '2100-01-01') RETURNING id`,
    [unit.id, youngPersonId, kind, status, from, to],
  );
  if (bed)
    await product.dataSource.query(
      `INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, live)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $6, true)`,
      [unit.id, bed.id, bed.number, from, to, made?.id, youngPersonId],
    );
  return made?.id ?? '';
}
