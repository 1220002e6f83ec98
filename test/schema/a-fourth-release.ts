import type { DataSource } from 'typeorm';
import { ANN, BEN, BOOKED, id, MANAGER, UNIT } from './a-first-release';
import { fillAsTheThirdRelease } from './a-third-release';

const ON_CALL = `'Ruth Calder'`;
const WRITTEN = id(50);

/** At least a row in every table the fourth release added: accounts of one's own, a sealed trail, case records, undoing. */
const ROWS: readonly string[] = [
  `UPDATE sessions SET kind = 'page', role = 'manager', last_used_at = '2026-04-01 08:10Z', ended = 'idle'`,
  `INSERT INTO sign_ins (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at)
    VALUES ('\\x01', '\\x02', 'n', 'v', '/board', '2026-04-01 08:10Z')`,
  `INSERT INTO provider_sign_outs (token_id, expires_at) VALUES ('t1', '2026-04-01 08:10Z')`,
  `INSERT INTO sign_in_attempts (key, wrong, last_at) VALUES ('\\x03', 2, '2026-04-01 08:00Z')`,
  `INSERT INTO opened_files (young_person_id, unit_id, opened_by_id, opened_by_name, opened_by_role, reason, opened_at,
      closes_at)
    VALUES ('${ANN}', '${UNIT}', '${MANAGER}', ${ON_CALL}, 'manager', 'The police ask where she stayed.',
      '2026-04-01 08:00Z', '2026-04-01 09:00Z')`,
  `INSERT INTO case_record_entries (id, young_person_id, unit_id, about_on, text, author_id, author_name, author_role)
    VALUES ('${WRITTEN}', '${BEN}', '${UNIT}', '2026-03-30', 'Slept well.', '${MANAGER}', ${ON_CALL}, 'manager')`,
  `INSERT INTO case_record_entries (young_person_id, unit_id, about_on, text, author_id, author_name, author_role, corrects_id,
      correction_reason)
    VALUES ('${BEN}', '${UNIT}', '2026-03-30', 'Woke once.', '${MANAGER}', ${ON_CALL}, 'manager', '${WRITTEN}', 'The log.')`,
  `INSERT INTO undoable_changes (stay_id, action, made_at, version, before)
    VALUES ('${BOOKED}', 'dates', '2026-04-01 08:00Z', 2, '{"arrivesOn": "2026-04-10"}')`,
  `INSERT INTO calendar_feeds (account_id, secret_hash, made_at)
    VALUES ('${MANAGER}', '${'0a'.repeat(32)}', '2026-04-01 08:00Z')`,
  `INSERT INTO audit_entries (actor_id, actor_name, actor_role, action, unit_id, young_person_id, before, after, reason,
      request_id)
    VALUES ('${MANAGER}', ${ON_CALL}, 'manager', 'stay.redated', '${UNIT}', '${ANN}', '{"arrivesOn": "2026-04-10"}',
      '{"arrivesOn": "2026-04-11"}', 'Ché’s birthday.', '${id(51)}')`,
  `INSERT INTO audit_entries (actor_name, actor_role, action, unit_id)
    VALUES ('Nobody', 'system', 'stay.hold-expired', '${UNIT}'), ('Nobody', 'system', 'test.made', NULL)`,
];

export async function fillAsTheFourthRelease(dataSource: DataSource): Promise<void> {
  await fillAsTheThirdRelease(dataSource);
  for (const rows of ROWS) await dataSource.query(rows);
}
