import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENTRIES = `
  CREATE TABLE case_record_entries (
    id uuid CONSTRAINT case_record_entries_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    young_person_id uuid NOT NULL CONSTRAINT case_record_entries_young_person_fk REFERENCES young_people,
    unit_id uuid CONSTRAINT case_record_entries_unit_fk REFERENCES units,
    about_on date NOT NULL,
    text text NOT NULL CONSTRAINT case_record_entries_says_something CHECK (text ~ '\\S'),
    written_at timestamptz NOT NULL DEFAULT now(),
    author_id uuid NOT NULL,
    author_name text NOT NULL,
    author_role text NOT NULL,
    corrects_id uuid CONSTRAINT case_record_entries_corrects_another CHECK (corrects_id <> id),
    correction_reason text,
    CONSTRAINT case_record_entries_of_a_young_person UNIQUE (id, young_person_id),
    CONSTRAINT case_record_entries_corrected_once UNIQUE (corrects_id),
    CONSTRAINT case_record_entries_corrects_own_fk FOREIGN KEY (corrects_id, young_person_id)
      REFERENCES case_record_entries (id, young_person_id),
    CONSTRAINT case_record_entries_reason_of_a_correction CHECK (correction_reason IS NULL OR corrects_id IS NOT NULL)
  );
  CREATE INDEX case_record_entries_by_young_person ON case_record_entries (young_person_id, about_on, written_at);
  CREATE TRIGGER case_record_entries_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON case_record_entries
    EXECUTE FUNCTION refuse_to_alter_history();
`;

/** What belongs to a child's record and could be removed until now. */
const KEPT = ['emergency_claims', 'displacements', 'imported_young_people'];

const keep = (table: string) => `
  CREATE TRIGGER ${table}_never_removed BEFORE DELETE OR TRUNCATE ON ${table}
    EXECUTE FUNCTION refuse_to_alter_history()`;

/** What is written of a child stays as it was written: a correction is another entry (SI 2015/541, reg. 36). */
export class CaseRecords1795800050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    for (const table of KEPT) await runner.query(keep(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of KEPT) await runner.query(`DROP TRIGGER ${table}_never_removed ON ${table}`);
    await runner.query('DROP TABLE case_record_entries');
  }
}
