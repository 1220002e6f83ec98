import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is on its way through the council's sign-in, and which of its sign-outs have been carried out. */
const SIGN_INS = `
  CREATE TABLE sign_ins (
    state_hash bytea CONSTRAINT sign_ins_pk PRIMARY KEY,
    browser_hash bytea NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    return_to text NOT NULL CONSTRAINT sign_ins_return_here CHECK (return_to ~ '^/($|[^/\\\\])'),
    kept text,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

  CREATE TABLE provider_sign_outs (
    token_id text CONSTRAINT provider_sign_outs_pk PRIMARY KEY,
    expires_at timestamptz NOT NULL
  )`;

export class SignIns1795800010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGN_INS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_ins, provider_sign_outs');
  }
}
