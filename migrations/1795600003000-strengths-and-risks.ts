import type { MigrationInterface, QueryRunner } from 'typeorm';

const STRENGTHS_AND_RISKS = 'ALTER TABLE compatibility_assessments ADD strengths text, ADD risks text';

const ASKED_FOR = `
  CREATE TABLE assessment_requests (
    id uuid CONSTRAINT assessment_requests_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    first_young_person_id uuid NOT NULL CONSTRAINT assessment_requests_first_fk REFERENCES young_people,
    second_young_person_id uuid NOT NULL CONSTRAINT assessment_requests_second_fk REFERENCES young_people,
    asked_at timestamptz NOT NULL DEFAULT now(),
    asked_by_id uuid,
    asked_by_name text NOT NULL,
    for_request_id uuid,
    reason text NOT NULL,
    status text NOT NULL DEFAULT 'open'
      CONSTRAINT assessment_requests_status CHECK (status IN ('open', 'done', 'withdrawn')),
    done_at timestamptz,
    CONSTRAINT assessment_requests_pair_in_order CHECK (first_young_person_id < second_young_person_id),
    CONSTRAINT assessment_requests_done_when CHECK ((status = 'open') = (done_at IS NULL))
  );
  CREATE UNIQUE INDEX assessment_requests_one_open
    ON assessment_requests (first_young_person_id, second_young_person_id) WHERE status = 'open';
  CREATE TRIGGER assessment_requests_never_removed BEFORE DELETE OR TRUNCATE ON assessment_requests
    EXECUTE FUNCTION refuse_to_alter_history();
`;

export class StrengthsAndRisks1795600003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STRENGTHS_AND_RISKS);
    await runner.query(ASKED_FOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment_requests');
    await runner.query('ALTER TABLE compatibility_assessments DROP strengths, DROP risks');
  }
}
