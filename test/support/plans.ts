import type { Product } from './product';

type Ask = (sql: string, parameters: readonly unknown[]) => Promise<unknown>;

/** One open CAS plan a family, in the hands of the demonstration's first worker; one agreed plan a young person. */
const AGREE = `
  WITH child AS (SELECT * FROM young_people WHERE id = ANY($1::uuid[])),
  opened AS (
    INSERT INTO cas_plans (family_id, key_worker_id, starts_on, review_on, recorded_by_name)
    SELECT DISTINCT family_id, accounts.id, date '1990-01-01', date '2100-01-01', 'Test'
    FROM child, accounts WHERE username = $2 ON CONFLICT DO NOTHING RETURNING id, family_id),
  plan AS (
    SELECT id, family_id FROM opened UNION SELECT id, family_id FROM cas_plans
    WHERE status = 'open' AND family_id IN (SELECT family_id FROM child))
  INSERT INTO short_break_plans (cas_plan_id, young_person_id, status, starts_on, ends_on, nights_agreed, legal_basis,
    consent_by, consent_how, consent_on, review_on, key_worker_agreed_at, key_worker_agreed_name, manager_agreed_at,
    manager_agreed_name, recorded_by_name)
  SELECT plan.id, child.id, 'agreed', date '1990-01-01', date '2100-01-01', 30000, 's17',
    'A parent', 'In writing', date '1990-01-01', date '2100-01-01', now(), 'Test', now(), 'Test', 'Test'
  FROM child JOIN plan USING (family_id)`;

/** So that these young people may be booked: their families' plans open, their own agreed, consent given. */
export async function agreePlansIn(ask: Ask, youngPersonIds: readonly string[], keyWorker = 'worker') {
  await ask(AGREE, [youngPersonIds, keyWorker]);
}

export async function agreePlans(product: Product, ...youngPersonIds: readonly string[]): Promise<void> {
  await agreePlansIn((sql, parameters) => product.dataSource.query(sql, [...parameters]), youngPersonIds);
}
