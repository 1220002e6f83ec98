import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDRESSES = `
  ALTER TABLE accounts ADD email text CONSTRAINT accounts_email CHECK (email LIKE '_%@_%');
`;

const NOTICES = `
  CREATE TABLE notices (
    id uuid CONSTRAINT notices_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL,
    to_account_id uuid CONSTRAINT notices_account_fk REFERENCES accounts,
    to_name text NOT NULL,
    to_address text,
    unit_id uuid CONSTRAINT notices_unit_fk REFERENCES units,
    subject text NOT NULL,
    body text NOT NULL,
    link text NOT NULL CONSTRAINT notices_link CHECK (link ~ '^/([^/]|$)'),
    once text CONSTRAINT notices_once UNIQUE,
    written_at timestamptz NOT NULL,
    attempts smallint NOT NULL DEFAULT 0 CONSTRAINT notices_attempts CHECK (attempts >= 0),
    next_at timestamptz,
    last_error text,
    sent_at timestamptz,
    failed_at timestamptz,
    kept_at timestamptz,
    CONSTRAINT notices_one_end CHECK (num_nonnulls(sent_at, failed_at, kept_at, next_at) <= 1),
    CONSTRAINT notices_failed_why CHECK (failed_at IS NULL OR last_error IS NOT NULL)
  );
  CREATE INDEX notices_by_time ON notices (written_at, id);
  CREATE INDEX notices_failed ON notices (failed_at) WHERE failed_at IS NOT NULL;
`;

export class Notices1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADDRESSES);
    await runner.query(NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notices');
    await runner.query('ALTER TABLE accounts DROP email');
  }
}
