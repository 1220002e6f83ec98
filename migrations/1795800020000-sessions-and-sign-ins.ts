import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a session ended stays with it, so that it does not come back and whoever had it can be told. */
const ENDED = `
  ALTER TABLE sessions ADD COLUMN ended text
    CONSTRAINT sessions_ended CHECK (ended IN ('idle', 'too-long', 'role-changed', 'account-closed'))`;

/** Wrong passwords in a row, by user name and by address; both only as hashes, since a password may be typed as a name. */
const ATTEMPTS = `
  CREATE TABLE sign_in_attempts (
    key bytea CONSTRAINT sign_in_attempts_pk PRIMARY KEY,
    wrong integer NOT NULL CONSTRAINT sign_in_attempts_wrong CHECK (wrong >= 0),
    last_at timestamptz NOT NULL,
    locked_until timestamptz)`;

export class SessionsAndSignIns1795800020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDED);
    await runner.query(ATTEMPTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempts');
    await runner.query('ALTER TABLE sessions DROP COLUMN ended');
  }
}
