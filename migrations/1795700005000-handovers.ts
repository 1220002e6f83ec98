import type { MigrationInterface, QueryRunner } from 'typeorm';

const HANDOVERS = `
  CREATE TABLE handovers (
    id uuid CONSTRAINT handovers_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    unit_id uuid NOT NULL CONSTRAINT handovers_unit_fk REFERENCES units,
    night date NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by_id uuid,
    acknowledged_by_name text,
    CONSTRAINT handovers_one_a_night UNIQUE (unit_id, night),
    CONSTRAINT handovers_acknowledged_by_whom CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)
      AND (acknowledged_at IS NULL) = (acknowledged_by_name IS NULL))
  );
  CREATE INDEX handovers_not_acknowledged ON handovers (night) WHERE acknowledged_at IS NULL;
  CREATE TRIGGER handovers_never_removed BEFORE DELETE OR TRUNCATE ON handovers
    EXECUTE FUNCTION refuse_to_alter_history();
  INSERT INTO handovers (unit_id, night) SELECT DISTINCT unit_id, night FROM emergency_claims;
`;

/** The morning after a night with emergencies: who read what the night left behind. */
export class Handovers1795700005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HANDOVERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE handovers');
  }
}
