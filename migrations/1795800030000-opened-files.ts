import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regulation 44: somebody from outside, for one visit; no account of theirs outlives it. */
const VISITORS = `
  UPDATE accounts SET opens_at = coalesce(opens_at, now()), closes_at = coalesce(opens_at, now()) + interval '31 days'
    WHERE role = 'visitor' AND (opens_at IS NULL OR closes_at IS NULL OR closes_at - opens_at > interval '31 days');
  ALTER TABLE accounts ADD CONSTRAINT accounts_visitor_window CHECK (
    role <> 'visitor' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL AND closes_at - opens_at <= interval '31 days'))`;

/** Files of young people opened with a reason by those who cannot see them otherwise; each for an hour. */
const OPENED_FILES = `
  CREATE TABLE opened_files (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT opened_files_pk PRIMARY KEY,
    young_person_id uuid NOT NULL CONSTRAINT opened_files_young_person_fk REFERENCES young_people,
    unit_id uuid CONSTRAINT opened_files_unit_fk REFERENCES units,
    opened_by_id uuid NOT NULL CONSTRAINT opened_files_account_fk REFERENCES accounts,
    opened_by_name text NOT NULL,
    opened_by_role text NOT NULL,
    reason text NOT NULL CONSTRAINT opened_files_reason CHECK (length(btrim(reason)) >= 20),
    opened_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    CONSTRAINT opened_files_an_hour CHECK (closes_at > opened_at AND closes_at - opened_at <= interval '1 hour')
  );
  CREATE INDEX opened_files_by_account ON opened_files (opened_by_id, young_person_id, closes_at);
  CREATE INDEX opened_files_by_time ON opened_files (opened_at, id);
  CREATE TRIGGER opened_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opened_files
    EXECUTE FUNCTION refuse_to_alter_history()`;

export class OpenedFiles1795800030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VISITORS);
    await runner.query(OPENED_FILES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opened_files');
    await runner.query('ALTER TABLE accounts DROP CONSTRAINT accounts_visitor_window');
  }
}
