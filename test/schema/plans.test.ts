import type { PoolClient } from 'pg';
import { RawDiary } from './raw-diary';

let diary: RawDiary;
beforeAll(async () => {
  diary = await RawDiary.open();
  await diary.sql.query(
    `INSERT INTO accounts (username, name, role) VALUES ('worker', 'A worker', 'worker')`,
  );
});
afterAll(() => diary.close());

const OPEN = `
  INSERT INTO cas_plans (family_id, key_worker_id, starts_on, review_on, recorded_by_name)
  SELECT family_id, accounts.id, '2026-01-01', '2026-06-01', 'Test' FROM young_people, accounts
  WHERE young_people.id = $1 RETURNING id`;

const PLAN = `
  INSERT INTO short_break_plans (cas_plan_id, young_person_id, starts_on, ends_on, nights_agreed, legal_basis, review_on,
    recorded_by_name) VALUES ($1, $2, $3, $4, 20, 's17', '2026-06-01', 'Test') RETURNING id`;

const CLOSE = `UPDATE cas_plans SET status = 'closed', ends_on = $2, closed_reason = 'aims-achieved' WHERE id = $1`;

const AGREE = `UPDATE short_break_plans SET status = 'agreed', key_worker_agreed_at = now(), manager_agreed_at = now()
  WHERE id = $1`;

async function aChild(): Promise<string> {
  const [child = ''] = await diary.ground.siblings(1);
  return child;
}

/** Their family's plans laid down by the ground are closed first. */
async function openPlan(child: string): Promise<string> {
  const ended = `UPDATE short_break_plans SET status = 'ended', ended_on = starts_on WHERE young_person_id = $1`;
  await diary.sql.query(ended, [child]);
  const closed = `UPDATE cas_plans SET status = 'closed', ends_on = '2000-01-01', closed_reason = 'moved-away'
    WHERE family_id = (SELECT family_id FROM young_people WHERE id = $1)`;
  await diary.sql.query(closed, [child]);
  return idOf(await diary.sql.query<{ id: string }>(OPEN, [child]));
}

function idOf({ rows }: { rows: { id: string }[] }): string {
  return rows[0]?.id ?? '';
}

async function plan(
  casPlanId: string,
  child: string,
  from = '2026-02-01',
  to = '2026-12-01',
): Promise<string> {
  return idOf(await diary.sql.query<{ id: string }>(PLAN, [casPlanId, child, from, to]));
}

it('keeps a short-break plan within its CAS plan', async () => {
  const child = await aChild();
  const casPlan = await openPlan(child);
  await expect(plan(casPlan, child, '2025-12-31')).rejects.toThrow('lies within the CAS plan');
  await plan(casPlan, child, '2026-01-01');
  await expect(diary.sql.query(CLOSE, [casPlan, '2026-11-30'])).rejects.toThrow('end those first');
  await diary.sql.query(CLOSE, [casPlan, '2026-12-01']);
});

it('keeps a short-break plan in its own family', async () => {
  const [child, stranger] = [await aChild(), await aChild()];
  await expect(plan(await openPlan(child), stranger)).rejects.toThrow('lies within the CAS plan');
});

it('has one CAS plan a family that is not closed', async () => {
  const child = await aChild();
  await openPlan(child);
  await expect(diary.sql.query(OPEN, [child])).rejects.toThrow('cas_plans_one_for_a_family');
});

it('has one agreed plan a young person on any night, agreed by both', async () => {
  const child = await aChild();
  const casPlan = await openPlan(child);
  const [first, second] = [
    await plan(casPlan, child),
    await plan(casPlan, child, '2026-11-30', '2027-02-01'),
  ];
  const alone = `UPDATE short_break_plans SET status = 'agreed', manager_agreed_at = now() WHERE id = $1`;
  await expect(diary.sql.query(alone, [first])).rejects.toThrow('short_break_plans_agreed_by_both');
  await diary.sql.query(AGREE, [first]);
  await expect(diary.sql.query(AGREE, [second])).rejects.toThrow('short_break_plans_one_agreed');
});

it('removes no plan', async () => {
  await expect(diary.sql.query('DELETE FROM short_break_plans')).rejects.toThrow('never removed');
  await expect(diary.sql.query('DELETE FROM cas_plans')).rejects.toThrow('never removed');
});

it('lets a plan and the closing of its CAS plan not pass each other', async () => {
  const child = await aChild();
  const casPlan = await openPlan(child);
  const [planning, closing] = [await diary.sql.connect(), await diary.sql.connect()];
  try {
    await planning.query('BEGIN');
    await planning.query(PLAN, [casPlan, child, '2026-02-01', '2026-12-01']);
    const closed = outcome(closing, CLOSE, [casPlan, '2026-03-01']);
    await planning.query('COMMIT');
    expect(await closed).toContain('end those first');
  } finally {
    planning.release();
    closing.release();
  }
});

async function outcome(client: PoolClient, sql: string, parameters: unknown[]): Promise<string> {
  return client.query(sql, parameters).then(
    () => 'done',
    (error: Error) => error.message,
  );
}
