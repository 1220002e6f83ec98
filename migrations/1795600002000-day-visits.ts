import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTINGS = `
  ALTER TABLE unit_settings ADD visit_places smallint NOT NULL DEFAULT 4
    CONSTRAINT unit_settings_visit_places CHECK (visit_places >= 0);
`;

const DAY_VISITS = `
  CREATE TABLE day_visits (
    id uuid CONSTRAINT day_visits_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    unit_id uuid NOT NULL CONSTRAINT day_visits_unit_fk REFERENCES units,
    young_person_id uuid NOT NULL CONSTRAINT day_visits_young_person_fk REFERENCES young_people,
    visits_on date NOT NULL,
    from_time time NOT NULL,
    to_time time NOT NULL CONSTRAINT day_visits_times CHECK (to_time > from_time),
    purpose text NOT NULL,
    status text NOT NULL DEFAULT 'booked'
      CONSTRAINT day_visits_status CHECK (status IN ('booked', 'came', 'did-not-come', 'cancelled')),
    acknowledged text[] NOT NULL DEFAULT '{}',
    cancelled_by text CONSTRAINT day_visits_cancelled_by
      CHECK (cancelled_by IN ('young-person', 'family', 'cas', 'unit', 'emergency')),
    cancelled_reason text,
    settled_at timestamptz,
    settled_by_name text,
    booked_at timestamptz NOT NULL DEFAULT now(),
    booked_by_name text NOT NULL,
    CONSTRAINT day_visits_settled CHECK ((status = 'booked') = (settled_at IS NULL)
      AND (settled_at IS NULL) = (settled_by_name IS NULL)),
    CONSTRAINT day_visits_cancelled_why CHECK ((status = 'cancelled') = (cancelled_by IS NOT NULL)
      AND (cancelled_by IS NULL) = (cancelled_reason IS NULL)),
    CONSTRAINT day_visits_one_at_a_time EXCLUDE USING gist
      (young_person_id WITH =, tsrange(visits_on + from_time, visits_on + to_time) WITH &&)
      WHERE (status <> 'cancelled')
  );
  CREATE INDEX day_visits_by_unit ON day_visits (unit_id, visits_on);
  CREATE TRIGGER day_visits_never_removed BEFORE DELETE OR TRUNCATE ON day_visits
    EXECUTE FUNCTION refuse_to_alter_history();
`;

export class DayVisits1795600002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTINGS);
    await runner.query(DAY_VISITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE day_visits');
    await runner.query('ALTER TABLE unit_settings DROP visit_places');
  }
}
