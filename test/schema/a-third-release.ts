import type { DataSource } from 'typeorm';
import { ANN, BEN, BOOKED, HELD, id, MANAGER, STAYED, UNIT } from './a-first-release';
import { fillAsTheSecondRelease } from './a-second-release';

const CLAIM = id(40);
const ON_CALL = `'Ruth Calder'`;

/** At least a row in every table the third release added: notices, emergencies, tasks and handovers, before accounts of one's own. */
const ROWS: readonly string[] = [
  `UPDATE accounts SET email = 'rc@council.example' WHERE id = '${MANAGER}'`,
  `INSERT INTO notices (kind, to_account_id, to_name, to_address, unit_id, subject, body, link, once, written_at, attempts,
      next_at)
    VALUES ('break-lost', '${MANAGER}', ${ON_CALL}, 'rc@council.example', '${UNIT}', 'A break was lost', 'Please look.',
      '/requests', 'k1', '2026-03-01Z', 1, '2026-03-01 00:05Z')`,
  `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, kept_for_planned, kept_for_emergency, displacement,
      reason, recorded_by_name)
    VALUES ('${UNIT}', '2026-10-01', 4, 8, 18, 2, 1, 'never', 'The holidays.', ${ON_CALL})`,
  `UPDATE young_people SET sex = 'female', not_known = '{date-of-birth}' WHERE id = '${BEN}'`,
  `INSERT INTO emergency_claims (id, unit_id, stay_id, young_person_id, night, claimed_at, claimed_by_id, claimed_by_name,
      claimed_by_role, ends_at, legal_basis, police_protection_from, reason, alternatives, approved_by_name,
      approved_by_role, approved_at, risks, controls, not_known)
    VALUES ('${CLAIM}', '${UNIT}', '${STAYED}', '${ANN}', '2026-02-13', '2026-02-13 23:50Z', '${id(41)}', 'Jude Park', 'edt',
      '2026-02-16 17:00Z', 'police-protection', '2026-02-13 22:40Z', 'Found alone.', 'Rang four.', ${ON_CALL}, 'manager',
      '2026-02-13 23:45Z', '{going-missing}', '{"Doors alarmed."}', '{sex}')`,
  `INSERT INTO displacements (claim_id, stay_id, young_person_id, nights, notice_nights, decided_at, decided_by_name,
      approved_by_name, reason, dates_offered)
    VALUES ('${CLAIM}', '${HELD}', '${BEN}', 1, 3, '2026-02-13 23:50Z', 'Jude Park', ${ON_CALL}, 'No other bed.',
      '{2026-04-17}')`,
  `INSERT INTO tasks (unit_id, kind, young_person_id, stay_id, words, owner_role, due_at, raised_at, raise_key, link)
    VALUES ('${UNIT}', 'missing-facts', '${ANN}', '${STAYED}', 'Find out her date of birth.', 'staff', '2026-02-14 12:00Z',
      '2026-02-13 23:50Z', 'k1', '/stays')`,
  `INSERT INTO tasks (unit_id, kind, stay_id, words, owner_role, due_at, raised_at, raise_key, done_at, done_by_name,
      done_words, closed_why)
    VALUES ('${UNIT}', 'overstay', '${BOOKED}', 'Say why.', 'manager', '2026-02-17 12:00Z', '2026-02-16 17:00Z', 'k2',
      '2026-02-17 11:00Z', ${ON_CALL}, 'Her aunt comes tomorrow.', 'done')`,
  `INSERT INTO handovers (unit_id, night, acknowledged_at, acknowledged_by_id, acknowledged_by_name)
    VALUES ('${UNIT}', '2026-02-13', '2026-02-14 08:50Z', '${MANAGER}', ${ON_CALL}), ('${UNIT}', '2026-02-20', NULL, NULL, NULL)`,
];

export async function fillAsTheThirdRelease(dataSource: DataSource): Promise<void> {
  await fillAsTheSecondRelease(dataSource);
  for (const rows of ROWS) await dataSource.query(rows);
}
