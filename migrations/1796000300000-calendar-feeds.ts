import type { MigrationInterface, QueryRunner } from 'typeorm';

const FEEDS = `
  CREATE TABLE calendar_feeds (
    id uuid CONSTRAINT calendar_feeds_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL CONSTRAINT calendar_feeds_account_fk REFERENCES accounts,
    secret_hash text NOT NULL CONSTRAINT calendar_feeds_hash CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    made_at timestamptz NOT NULL,
    last_used_at timestamptz,
    noted_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT calendar_feeds_secret UNIQUE (secret_hash)
  );
  CREATE UNIQUE INDEX calendar_feeds_one_live ON calendar_feeds (account_id) WHERE revoked_at IS NULL;
`;

/** Addresses at which a calendar outside the product reads the stays an account may know of; only their hashes are kept. */
export class CalendarFeeds1796000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feeds');
  }
}
