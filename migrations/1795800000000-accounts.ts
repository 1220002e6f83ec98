import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['manager', 'deputy', 'staff', 'worker', 'edt', 'service-manager', 'finance', 'auditor'];

const rolesAre = (roles: readonly string[]) => `
  ALTER TABLE accounts DROP CONSTRAINT accounts_role,
    ADD CONSTRAINT accounts_role CHECK (role IN ('${roles.join("', '")}'))`;

/** Whose account it is at the council's sign-in, what it is about, and for how long. */
const ACCOUNTS = `
  ALTER TABLE accounts
    ADD COLUMN issuer text,
    ADD COLUMN subject text,
    ADD COLUMN unit_ids uuid[],
    ADD COLUMN team text,
    ADD COLUMN opens_at timestamptz,
    ADD COLUMN closes_at timestamptz,
    ADD CONSTRAINT accounts_one_for_a_subject UNIQUE (issuer, subject),
    ADD CONSTRAINT accounts_subject CHECK ((issuer IS NULL) = (subject IS NULL)),
    ADD CONSTRAINT accounts_window CHECK (closes_at > opens_at)`;

/** A session ends by itself when nobody uses it, and with the role it was opened in. */
const SESSIONS = `
  ALTER TABLE sessions
    ADD COLUMN kind text NOT NULL DEFAULT 'program' CONSTRAINT sessions_kind CHECK (kind IN ('page', 'program')),
    ADD COLUMN role text,
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN provider_session text;
  CREATE INDEX sessions_by_account ON sessions (account_id);
  CREATE INDEX sessions_by_provider_session ON sessions (provider_session) WHERE provider_session IS NOT NULL`;

export class Accounts1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolesAre([...ROLES, 'administrator', 'visitor']));
    await runner.query(ACCOUNTS);
    await runner.query(SESSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE sessions DROP COLUMN kind, DROP COLUMN role, DROP COLUMN last_used_at, DROP COLUMN provider_session',
    );
    await runner.query('DROP INDEX sessions_by_account');
    await runner.query(`
      ALTER TABLE accounts DROP COLUMN issuer, DROP COLUMN subject, DROP COLUMN unit_ids, DROP COLUMN team,
        DROP COLUMN opens_at, DROP COLUMN closes_at`);
    await runner.query(rolesAre([...ROLES, 'administrator']));
  }
}
