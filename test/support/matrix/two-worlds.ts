import { anotherAccount } from '../another-account';
import { aUnit, book, type AUnit } from '../diary';
import { claim } from '../emergencies';
import { agreedPlans, newSiblings } from '../family-plans';
import type { Product } from '../product';

/** By the noun of the address, one id of each. */
type World = Readonly<Record<string, string>>;

const LAID = `
  WITH given AS (SELECT $1::uuid AS unit, $2::uuid AS family, $3::uuid AS child, $4::uuid AS stay),
  noticed AS (INSERT INTO noticed_things (stay_id, young_person_id, category, words, urgency, noticed_by_name)
    SELECT stay, child, 'other', 'Plays chess.', 'routine', 'Test' FROM given RETURNING id),
  nights AS (INSERT INTO declared_nights (young_person_id, from_on, to_on, place, recorded_by_name)
    SELECT child, '2025-01-01', '2025-01-03', 'An aunt', 'Test' FROM given RETURNING id),
  series AS (INSERT INTO request_series (unit_id, family_id, nights, weekday, every_weeks, from_on, until_on, reason, urgency,
      requested_at, requested_by_name)
    SELECT unit, family, 2, 5, 2, '2026-06-05', '2026-07-05', 'A rest', 'routine', now(), 'Test' FROM given RETURNING id),
  request AS (INSERT INTO requests (unit_id, family_id, nights, earliest, latest, reason, urgency, requested_at,
      requested_by_name, series_id)
    SELECT unit, family, 2, '2026-06-05', '2026-06-25', 'A rest', 'routine', now(), 'Test', (SELECT id FROM series)
    FROM given RETURNING id),
  asked AS (INSERT INTO request_young_people (request_id, young_person_id, position)
    SELECT request.id, child, 1 FROM request, given),
  visit AS (INSERT INTO day_visits (unit_id, young_person_id, visits_on, from_time, to_time, purpose, booked_by_name)
    SELECT unit, child, '2026-05-05', '16:00', '18:00', 'Tea', 'Test' FROM given RETURNING id),
  solo AS (INSERT INTO solo_decisions (young_person_id, reason, starts_on, review_on, approver_name)
    SELECT child, 'As known.', '2027-01-01', '2027-02-01', 'Test' FROM given RETURNING id),
  closure AS (INSERT INTO closures (unit_id, from_on, to_on, kind, reason, recorded_by_name)
    SELECT unit, '2027-05-01', '2027-05-02', 'repair', 'Paint', 'Test' FROM given RETURNING id),
  import AS (INSERT INTO imports (unit_id, file_name, status, started_by_name)
    SELECT unit, 'a.csv', 'refused', 'Test' FROM given RETURNING id),
  notice AS (INSERT INTO notices (kind, to_name, unit_id, subject, body, link, written_at, kept_at)
    SELECT 'stay.moved', 'Test', unit, 'A', 'B', '/', now(), now() FROM given RETURNING id),
  task AS (INSERT INTO tasks (raise_key, unit_id, kind, young_person_id, stay_id, words, owner_role, due_at, raised_at)
    SELECT 'matrix ' || unit, unit, 'missing-facts', child, stay, 'Ask.', 'staff', now(), now() FROM given RETURNING id),
  entry AS (INSERT INTO case_record_entries (young_person_id, unit_id, about_on, text, author_id, author_name, author_role)
    SELECT child, unit, '2026-03-10', 'Made soup.', gen_random_uuid(), 'Test', 'staff' FROM given RETURNING id)
  SELECT noticed.id AS "noticed-things", nights.id AS "declared-nights", series.id AS "request-series",
    request.id AS requests, visit.id AS "day-visits", solo.id AS "solo-decisions", closure.id AS closures,
    import.id AS imports, notice.id AS notices, task.id AS tasks, entry.id AS "case-records"
  FROM noticed, nights, series, request, visit, solo, closure, import, notice, task, entry`;

/** One unit with one family of one worker, and something of every kind about them. */
async function aWorld(
  product: Product,
  unit: AUnit,
  worker: 'worker' | 'worker-2',
  account: string,
): Promise<World> {
  const [child = ''] = await newSiblings(product, 1);
  const { casPlan, plans } = await agreedPlans(product, worker, [child]);
  const night = { youngPersonId: child, arrivesOn: '2026-03-20', departsOn: '2026-03-22' };
  const booked = await book(product, unit, [night]);
  expect(booked.status).toBe(201);
  const stay = (booked.body as { items: { id: string }[] }).items[0]?.id ?? '';
  const claimed = await claim(product, unit);
  expect(claimed.status).toBe(201);
  const { id, stayId } = claimed.body as { id: string; stayId: string };
  const [laid] = await product.dataSource.query<World[]>(LAID, [unit.id, casPlan.familyId, child, stay]);
  return {
    ...laid,
    ...{ units: unit.id, families: casPlan.familyId, 'young-people': child, stays: stay, accounts: account },
    ...{ 'cas-plans': casPlan.id, 'short-break-plans': plans[0]?.id ?? '' },
    ...{ 'emergency-claims': id, 'of-stay': stayId },
  };
}

export interface TwoWorlds {
  readonly here: World;
  readonly elsewhere: World;
}

/** Two units that know nothing of each other, with the families of two workers. */
export async function twoWorlds(product: Product): Promise<TwoWorlds> {
  const [here, elsewhere] = [await aUnit(product), await aUnit(product)];
  const account = async (username: string) =>
    (await anotherAccount(product, { username, role: 'finance' })).id;
  return {
    here: await aWorld(product, here, 'worker', await account('spare-1')),
    elsewhere: await aWorld(product, elsewhere, 'worker-2', await account('spare-2')),
  };
}
