import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each stay was before its latest change, while that can be taken back. */
const UNDOABLE_CHANGES = `
  CREATE TABLE undoable_changes (
    stay_id uuid CONSTRAINT undoable_changes_pk PRIMARY KEY CONSTRAINT undoable_changes_stay_fk REFERENCES stays,
    with_stay_id uuid CONSTRAINT undoable_changes_with_stay_fk REFERENCES stays,
    action text NOT NULL CONSTRAINT undoable_changes_action CHECK (action IN ('room', 'dates', 'swap', 'cancellation')),
    made_at timestamptz NOT NULL,
    version integer NOT NULL,
    before jsonb NOT NULL
  )`;

/** Every process hears of a changed diary when the change is committed: the payload is the unit. */
const TELL = `
  CREATE FUNCTION tell_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('unit_revised', NEW.id::text);
      RETURN NULL;
    END $$;
  CREATE TRIGGER units_tell_of_revision AFTER UPDATE OF revision ON units
    FOR EACH ROW EXECUTE FUNCTION tell_of_revision()`;

export class UndoableChanges1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNDOABLE_CHANGES);
    await runner.query(TELL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER units_tell_of_revision ON units');
    await runner.query('DROP FUNCTION tell_of_revision');
    await runner.query('DROP TABLE undoable_changes');
  }
}
