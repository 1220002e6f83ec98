import type { DataSource } from 'typeorm';

/** Ids anyone can tell apart: `id(3)` is 00000000-0000-4000-8000-000000000003. */
export const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const UNIT = id(1);
const [ROOM, OTHER_ROOM] = [id(2), id(3)];
export const [ANN, BEN] = [id(5), id(6)];
export const [STAYED, BOOKED, HELD] = [id(7), id(8), id(9)];
const CLOSURE = id(10);
export const MANAGER = id(11);

/** At least a row in every table of the first release, as that release wrote them: before plans and requests. */
const ROWS: readonly string[] = [
  `INSERT INTO accounts (id, username, name, role) VALUES ('${MANAGER}', 'rc', 'Ruth Calder', 'manager')`,
  `INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ('\\x01', '${MANAGER}', '2030-01-01')`,
  `INSERT INTO idempotency_keys (account_id, key, request, body_hash, status, body)
    VALUES ('${MANAGER}', 'k', 'POST /api/stays', 'h', 201, '{"items":[]}')`,
  `INSERT INTO units (id, name, revision) VALUES ('${UNIT}', 'Larch House', 41)`,
  `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, hold_hours)
    VALUES ('${UNIT}', '1900-01-01', 4, 8, 17, 48)`,
  `INSERT INTO rooms (id, unit_id, number, name, features)
    VALUES ('${ROOM}', '${UNIT}', 1, 'Harbour', '{en suite}'), ('${OTHER_ROOM}', '${UNIT}', 2, 'Meadow', '{}')`,
  `INSERT INTO contracts (unit_id, starts_on, ends_on, nights_per_year, cost_pence_per_year)
    VALUES ('${UNIT}', '2025-04-01', '2027-04-01', 1440, 67275000)`,
  `INSERT INTO families (id, reference) VALUES ('${id(4)}', 'LH-101')`,
  `INSERT INTO young_people (id, family_id, given_name, family_name, date_of_birth, case_reference)
    VALUES ('${ANN}', '${id(4)}', 'Ann', 'Ash', '2013-05-06', 'CAS-1'), ('${BEN}', '${id(4)}', 'Ben', 'Ash', '2014-05-06', 'CAS-2')`,
  `INSERT INTO compatibility_assessments (first_young_person_id, second_young_person_id, outcome, reasons, review_on, author_name)
    VALUES ('${ANN}', '${BEN}', 'compatible', 'Known.', '2027-01-01', 'Ruth Calder')`,
  `INSERT INTO solo_decisions (young_person_id, reason, starts_on, review_on, approver_name)
    VALUES ('${BEN}', 'As known.', '2025-01-01', '2025-02-01', 'Ruth Calder')`,
  `INSERT INTO closures (id, unit_id, room_id, from_on, to_on, kind, reason, recorded_by_name)
    VALUES ('${CLOSURE}', '${UNIT}', '${OTHER_ROOM}', '2026-05-01', '2026-05-04', 'repair', 'A leak.', 'Ruth Calder')`,
  `INSERT INTO stays (id, unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on, arrived_at,
      departed_at, destination, summary, hold_expires_at, created_by_name)
    VALUES ('${STAYED}', '${UNIT}', '${ANN}', 'planned', 'completed', '2026-02-06', '2026-02-09', '2026-01-10',
        '2026-02-06 16:30Z', '2026-02-09 10:00Z', 'Home', 'Slept well.', NULL, 'Priya Nair'),
      ('${BOOKED}', '${UNIT}', '${ANN}', 'planned', 'confirmed', '2026-04-03', '2026-04-06', '2026-03-01', NULL, NULL,
        NULL, NULL, NULL, 'Priya Nair'),
      ('${HELD}', '${UNIT}', '${BEN}', 'emergency', 'held', '2026-04-10', '2026-04-11', '2026-03-01', NULL, NULL,
        NULL, NULL, '2026-04-01 12:00Z', 'Priya Nair')`,
  `INSERT INTO authorisations (stay_id, code, reason, manager_id, manager_name, manager_role)
    VALUES ('${HELD}', 'not-assessed', 'No other bed.', '${MANAGER}', 'Ruth Calder', 'manager')`,
  `INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, closure_id, young_person_id, party)
    VALUES ('${UNIT}', '${ROOM}', 1, '2026-02-06', '2026-02-09', '${STAYED}', NULL, '${ANN}', '${ANN}'),
      ('${UNIT}', '${ROOM}', 1, '2026-04-03', '2026-04-06', '${BOOKED}', NULL, '${ANN}', '${ANN}'),
      ('${UNIT}', '${ROOM}', 1, '2026-04-10', '2026-04-11', '${HELD}', NULL, '${BEN}', '${BEN}'),
      ('${UNIT}', '${OTHER_ROOM}', 2, '2026-05-01', '2026-05-04', NULL, '${CLOSURE}', NULL, '${CLOSURE}')`,
  `INSERT INTO audit_entries (actor_name, actor_role, action, unit_id, subject_id)
    VALUES ('Priya Nair', 'staff', 'stay.confirmed', '${UNIT}', '${BOOKED}')`,
  `INSERT INTO imports (id, unit_id, file_name, status, rows, started_by_name)
    VALUES ('${id(12)}', '${UNIT}', 'stays.csv', 'done', 1, 'Ruth Calder')`,
  `INSERT INTO imported_families (unit_id, reference, family_id) VALUES ('${UNIT}', 'F1', '${id(4)}')`,
  `INSERT INTO imported_young_people (unit_id, reference, young_person_id) VALUES ('${UNIT}', 'YP1', '${ANN}')`,
  `INSERT INTO imported_stays (unit_id, reference, stay_id, support, key_worker, line)
    VALUES ('${UNIT}', 'S1', '${STAYED}', 'cas-only', 'KW1', '{}')`,
];

export async function fillAsTheFirstRelease(dataSource: DataSource): Promise<void> {
  for (const rows of ROWS) await dataSource.query(rows);
}
