import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A chain for each unit, and one for what concerns no unit, kept under a UUID of zeros. */
const CHAINS = `
  ALTER TABLE audit_entries ADD COLUMN request_id uuid;

  CREATE TABLE audit_chains (
    chain uuid CONSTRAINT audit_chains_pk PRIMARY KEY,
    length bigint NOT NULL DEFAULT 0 CONSTRAINT audit_chains_length CHECK (length >= 0),
    hash bytea NOT NULL DEFAULT '\\x'
  );

  CREATE TABLE audit_links (
    chain uuid NOT NULL,
    position bigint NOT NULL CONSTRAINT audit_links_position CHECK (position > 0),
    entry_id bigint NOT NULL CONSTRAINT audit_links_entry_fk REFERENCES audit_entries
      CONSTRAINT audit_links_one_for_an_entry UNIQUE,
    sealed_at timestamptz NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_links_pk PRIMARY KEY (chain, position)
  );

  CREATE TRIGGER audit_links_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_links
    EXECUTE FUNCTION refuse_to_alter_history();
  CREATE TRIGGER audit_chains_never_removed BEFORE DELETE OR TRUNCATE ON audit_chains
    EXECUTE FUNCTION refuse_to_alter_history();
`;

/** What is hashed: every part of the entry after its length in bytes, so that no two entries read alike. */
const HASH = `
  CREATE FUNCTION audit_chain_of(unit_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN coalesce(unit_id, '00000000-0000-0000-0000-000000000000');

  CREATE FUNCTION audit_part(part text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN coalesce(octet_length(part) || ':' || part, '-');

  CREATE FUNCTION audit_moment(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

  CREATE FUNCTION audit_hash(previous bytea, sealed_at timestamptz, entry audit_entries) RETURNS bytea
    LANGUAGE sql STABLE RETURN sha256(previous || convert_to(
      audit_part(audit_moment(sealed_at)) || audit_part((entry).id::text) || audit_part(audit_moment((entry).at))
      || audit_part((entry).actor_id::text) || audit_part((entry).actor_name) || audit_part((entry).actor_role)
      || audit_part((entry).action) || audit_part((entry).unit_id::text) || audit_part((entry).young_person_id::text)
      || audit_part((entry).subject_id::text) || audit_part((entry).before::text) || audit_part((entry).after::text)
      || audit_part((entry).reason) || audit_part((entry).request_id::text), 'UTF8'));
`;

/**
 * Entries are sealed as their transaction commits, so that no transaction holds a chain while it waits for anything
 * but other chains, and those are taken in one order. Whatever is committed is sealed. A transaction's first entry is
 * remembered, and whether more came: what wrote a single one, as nearly every change does, needs no order.
 */
const SEAL = `
  CREATE FUNCTION seal_audit_entries(first bigint) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    DECLARE
      ours bigint[];
      chains uuid[];
      head audit_chains;
      entry audit_entries;
      sealed timestamptz := clock_timestamp();
    BEGIN
      SELECT array_agg(id), array_agg(DISTINCT audit_chain_of(unit_id)) INTO ours, chains FROM audit_entries
        WHERE id >= first AND NOT EXISTS (SELECT FROM audit_links WHERE entry_id = id);
      INSERT INTO audit_chains (chain) SELECT chain FROM unnest(chains) AS touched(chain)
        WHERE NOT EXISTS (SELECT FROM audit_chains WHERE audit_chains.chain = touched.chain)
        ORDER BY chain ON CONFLICT DO NOTHING;
      FOR head IN SELECT * FROM audit_chains WHERE chain = ANY (chains) ORDER BY chain FOR UPDATE LOOP
        FOR entry IN
          SELECT * FROM audit_entries WHERE id = ANY (ours) AND audit_chain_of(unit_id) = head.chain ORDER BY id
        LOOP
          head.length := head.length + 1;
          head.hash := audit_hash(head.hash, sealed, entry);
          INSERT INTO audit_links VALUES (head.chain, head.length, entry.id, sealed, head.hash);
        END LOOP;
        UPDATE audit_chains SET length = head.length, hash = head.hash WHERE chain = head.chain;
      END LOOP;
    END $$;

  CREATE FUNCTION remember_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('short_breaks.entries',
        coalesce(nullif(current_setting('short_breaks.entries', true), '') || ' and more', NEW.id::text), true);
      RETURN NULL;
    END $$;

  CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      head audit_chains;
      sealed timestamptz := clock_timestamp();
      known text := current_setting('short_breaks.entries', true);
    BEGIN
      IF known = NEW.id::text THEN
        UPDATE audit_chains SET length = length + 1, hash = audit_hash(hash, sealed, NEW)
          WHERE chain = audit_chain_of(NEW.unit_id) RETURNING * INTO head;
        IF FOUND THEN
          INSERT INTO audit_links VALUES (head.chain, head.length, NEW.id, sealed, head.hash);
          RETURN NULL;
        END IF;
      END IF;
      IF NOT EXISTS (SELECT FROM audit_links WHERE entry_id = NEW.id) THEN
        PERFORM seal_audit_entries(least(NEW.id, nullif(split_part(known, ' ', 1), '')::bigint));
      END IF;
      RETURN NULL;
    END $$;

  CREATE TRIGGER audit_entries_remembered AFTER INSERT ON audit_entries FOR EACH ROW
    WHEN (coalesce(current_setting('short_breaks.entries', true), '') NOT LIKE '%more')
    EXECUTE FUNCTION remember_audit_entry();
  CREATE CONSTRAINT TRIGGER audit_entries_sealed AFTER INSERT ON audit_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();
`;

const UNDO = [
  'DROP TRIGGER audit_entries_sealed ON audit_entries',
  'DROP TRIGGER audit_entries_remembered ON audit_entries',
  'DROP FUNCTION seal_audit_entry, remember_audit_entry, seal_audit_entries',
  'DROP FUNCTION audit_hash, audit_moment, audit_part, audit_chain_of',
  'DROP TABLE audit_links, audit_chains',
  'ALTER TABLE audit_entries DROP COLUMN request_id',
];

export class AuditChain1795800060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CHAINS, HASH, SEAL]) await runner.query(part);
    await runner.query('SELECT seal_audit_entries(0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of UNDO) await runner.query(part);
  }
}
