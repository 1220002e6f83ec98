import type { MigrationInterface, QueryRunner } from 'typeorm';

const TASKS = `
  CREATE TABLE tasks (
    id uuid CONSTRAINT tasks_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    unit_id uuid NOT NULL CONSTRAINT tasks_unit_fk REFERENCES units,
    kind text NOT NULL CONSTRAINT tasks_kind CHECK (kind IN ('missing-facts', 'full-assessment', 'placement-plan',
      'notice', 'overstay', 'mix-review', 'police-protection', 'emergency-end', 'acknowledge-handover')),
    young_person_id uuid CONSTRAINT tasks_young_person_fk REFERENCES young_people,
    stay_id uuid CONSTRAINT tasks_stay_fk REFERENCES stays,
    words text NOT NULL,
    owner_role text NOT NULL
      CONSTRAINT tasks_owner_role CHECK (owner_role IN ('staff', 'deputy', 'manager', 'service-manager')),
    owner_id uuid CONSTRAINT tasks_owner_fk REFERENCES accounts,
    due_at timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    raise_key text NOT NULL CONSTRAINT tasks_raised_once UNIQUE,
    link text CONSTRAINT tasks_link CHECK (link ~ '^/[^/]'),
    done_at timestamptz,
    done_by_id uuid,
    done_by_name text,
    done_words text,
    closed_why text CONSTRAINT tasks_closed_why CHECK (closed_why IN ('done', 'no longer needed')),
    CONSTRAINT tasks_closed_by_whom CHECK ((done_at IS NULL) = (closed_why IS NULL)
      AND (done_at IS NULL) = (done_by_name IS NULL) AND (done_at IS NULL) = (done_words IS NULL))
  );
  CREATE INDEX tasks_open ON tasks (due_at, id) WHERE done_at IS NULL;
  CREATE INDEX tasks_closed ON tasks (done_at, id) WHERE done_at IS NOT NULL;
  CREATE INDEX tasks_by_stay ON tasks (stay_id);
  CREATE TRIGGER tasks_never_removed BEFORE DELETE OR TRUNCATE ON tasks EXECUTE FUNCTION refuse_to_alter_history();
`;

export class Tasks1795700003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tasks');
  }
}
