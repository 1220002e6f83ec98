import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTINGS = `
  ALTER TABLE unit_settings
    ADD series_nights smallint NOT NULL DEFAULT 17,
    ADD year_nights smallint NOT NULL DEFAULT 75,
    ADD year_nights_told_from smallint NOT NULL DEFAULT 60;
`;

const CAS_PLANS = `
  CREATE TABLE cas_plans (
    id uuid CONSTRAINT cas_plans_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    family_id uuid NOT NULL CONSTRAINT cas_plans_family_fk REFERENCES families,
    key_worker_id uuid NOT NULL CONSTRAINT cas_plans_key_worker_fk REFERENCES accounts,
    status text NOT NULL DEFAULT 'open' CONSTRAINT cas_plans_status CHECK (status IN ('open', 'dormant', 'closed')),
    starts_on date NOT NULL,
    ends_on date CONSTRAINT cas_plans_dates CHECK (ends_on >= starts_on),
    review_on date NOT NULL,
    dormant_from date,
    dormant_reason text,
    closed_reason text CONSTRAINT cas_plans_closed_reason CHECK (closed_reason IN ('aims-achieved',
      'consent-withdrawn', 'moved-away', 'stepped-up', 'stepped-down')),
    closed_words text,
    version integer NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL,
    CONSTRAINT cas_plans_closed_when_and_why
      CHECK ((status = 'closed') = (ends_on IS NOT NULL AND closed_reason IS NOT NULL)),
    CONSTRAINT cas_plans_dormant_since CHECK (status <> 'dormant' OR dormant_from IS NOT NULL)
  );
  CREATE UNIQUE INDEX cas_plans_one_for_a_family ON cas_plans (family_id) WHERE status <> 'closed';
  CREATE INDEX cas_plans_by_family ON cas_plans (family_id);
  CREATE INDEX cas_plans_by_key_worker ON cas_plans (key_worker_id);

  CREATE TABLE cas_plan_supports (
    id uuid CONSTRAINT cas_plan_supports_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    cas_plan_id uuid NOT NULL CONSTRAINT cas_plan_supports_plan_fk REFERENCES cas_plans,
    kind text NOT NULL CONSTRAINT cas_plan_supports_kind CHECK (kind IN ('cas-only', 'child-protection-plan',
      'child-in-need-plan', 'children-and-families-assessment')),
    from_on date NOT NULL,
    to_on date CONSTRAINT cas_plan_supports_dates CHECK (to_on >= from_on),
    social_worker text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL,
    CONSTRAINT cas_plan_supports_one_at_a_time
      EXCLUDE USING gist (cas_plan_id WITH =, daterange(from_on, to_on) WITH &&)
  );

  CREATE TABLE cas_goals (
    id uuid CONSTRAINT cas_goals_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    cas_plan_id uuid NOT NULL CONSTRAINT cas_goals_plan_fk REFERENCES cas_plans,
    position smallint NOT NULL,
    text text NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    ended_on date,
    CONSTRAINT cas_goals_of_a_plan UNIQUE (id, cas_plan_id)
  );
  CREATE INDEX cas_goals_by_plan ON cas_goals (cas_plan_id);

  CREATE TABLE cas_reviews (
    id uuid CONSTRAINT cas_reviews_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    cas_plan_id uuid NOT NULL CONSTRAINT cas_reviews_plan_fk REFERENCES cas_plans,
    held_on date NOT NULL,
    decisions text NOT NULL,
    next_review_on date NOT NULL CONSTRAINT cas_reviews_next CHECK (next_review_on > held_on),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL
  );
  CREATE INDEX cas_reviews_by_plan ON cas_reviews (cas_plan_id);
`;

const SHORT_BREAK_PLANS = `
  CREATE TABLE short_break_plans (
    id uuid CONSTRAINT short_break_plans_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    cas_plan_id uuid NOT NULL CONSTRAINT short_break_plans_cas_plan_fk REFERENCES cas_plans,
    young_person_id uuid NOT NULL CONSTRAINT short_break_plans_young_person_fk REFERENCES young_people,
    revises_id uuid CONSTRAINT short_break_plans_revises_fk REFERENCES short_break_plans,
    status text NOT NULL DEFAULT 'draft'
      CONSTRAINT short_break_plans_status CHECK (status IN ('draft', 'agreed', 'ended')),
    starts_on date NOT NULL,
    ends_on date NOT NULL CONSTRAINT short_break_plans_dates CHECK (ends_on > starts_on),
    nights_agreed smallint NOT NULL CONSTRAINT short_break_plans_nights CHECK (nights_agreed >= 0),
    nights_per text NOT NULL DEFAULT 'plan'
      CONSTRAINT short_break_plans_nights_per CHECK (nights_per IN ('plan', 'year', 'quarter', 'month')),
    legal_basis text NOT NULL CONSTRAINT short_break_plans_legal_basis CHECK (legal_basis IN ('s17', 's20-series',
      's20', 'own-consent-16-17', 'police-protection', 'epo', 'care-order', 'remand')),
    consent_by text,
    consent_how text,
    consent_on date,
    consent_withdrawn_on date,
    consent_withdrawn_reason text,
    activities text[] NOT NULL DEFAULT '{}',
    expectations text NOT NULL DEFAULT '',
    wishes text[] NOT NULL DEFAULT '{}',
    review_on date NOT NULL,
    key_worker_agreed_at timestamptz,
    key_worker_agreed_name text,
    manager_agreed_at timestamptz,
    manager_agreed_name text,
    ended_on date,
    ended_reason text,
    version integer NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL,
    CONSTRAINT short_break_plans_of_a_cas_plan UNIQUE (id, cas_plan_id),
    CONSTRAINT short_break_plans_consent_whole CHECK ((consent_by IS NULL) = (consent_how IS NULL)
      AND (consent_by IS NULL) = (consent_on IS NULL)),
    CONSTRAINT short_break_plans_agreed_by_both CHECK (status <> 'agreed'
      OR key_worker_agreed_at IS NOT NULL AND manager_agreed_at IS NOT NULL),
    CONSTRAINT short_break_plans_ended_when CHECK ((status = 'ended') = (ended_on IS NOT NULL)),
    CONSTRAINT short_break_plans_one_agreed EXCLUDE USING gist
      (young_person_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (status = 'agreed')
      DEFERRABLE INITIALLY IMMEDIATE
  );
  CREATE INDEX short_break_plans_by_young_person ON short_break_plans (young_person_id);
  CREATE INDEX short_break_plans_by_cas_plan ON short_break_plans (cas_plan_id);

  CREATE TABLE short_break_goals (
    id uuid CONSTRAINT short_break_goals_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    plan_id uuid NOT NULL,
    cas_plan_id uuid NOT NULL,
    cas_goal_id uuid NOT NULL,
    position smallint NOT NULL,
    text text NOT NULL,
    rated_at_entry smallint CONSTRAINT short_break_goals_rated CHECK (rated_at_entry BETWEEN 1 AND 5),
    left_out_at timestamptz,
    CONSTRAINT short_break_goals_plan_fk FOREIGN KEY (plan_id, cas_plan_id)
      REFERENCES short_break_plans (id, cas_plan_id),
    CONSTRAINT short_break_goals_serve_fk FOREIGN KEY (cas_goal_id, cas_plan_id) REFERENCES cas_goals (id, cas_plan_id)
  );
  CREATE INDEX short_break_goals_by_plan ON short_break_goals (plan_id);

  CREATE TABLE short_break_plan_versions (
    plan_id uuid NOT NULL CONSTRAINT short_break_plan_versions_plan_fk REFERENCES short_break_plans,
    version integer NOT NULL,
    terms jsonb NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    written_by_name text NOT NULL,
    CONSTRAINT short_break_plan_versions_pk PRIMARY KEY (plan_id, version)
  );

  ALTER TABLE stays ADD CONSTRAINT stays_plan_fk FOREIGN KEY (plan_id) REFERENCES short_break_plans (id);
`;

const WITHIN = `
  CREATE FUNCTION refuse_plan_outside_cas_plan() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM cas_plans JOIN young_people ON young_people.id = NEW.young_person_id
        AND young_people.family_id = cas_plans.family_id
        WHERE cas_plans.id = NEW.cas_plan_id AND NEW.starts_on >= cas_plans.starts_on
          AND (cas_plans.ends_on IS NULL OR coalesce(NEW.ended_on, NEW.ends_on) <= cas_plans.ends_on)
        FOR SHARE OF cas_plans;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'a short-break plan lies within the CAS plan of the young person''s family'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'short_break_plans_within_cas_plan',
            TABLE = 'short_break_plans';
      END IF;
      RETURN NULL;
    END $$;

  CREATE CONSTRAINT TRIGGER short_break_plans_within_cas_plan AFTER INSERT OR UPDATE ON short_break_plans
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_plan_outside_cas_plan();

  CREATE FUNCTION refuse_cas_plan_shorter_than_its_plans() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM short_break_plans WHERE cas_plan_id = NEW.id
        AND (starts_on < NEW.starts_on OR coalesce(ended_on, ends_on) > NEW.ends_on);
      IF FOUND THEN
        RAISE EXCEPTION 'a CAS plan holds its short-break plans: end those first'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'cas_plans_hold_their_plans', TABLE = 'cas_plans';
      END IF;
      RETURN NULL;
    END $$;

  CREATE CONSTRAINT TRIGGER cas_plans_hold_their_plans AFTER UPDATE ON cas_plans
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_cas_plan_shorter_than_its_plans();
`;

const PROGRESS = `
  CREATE TABLE progress_meetings (
    id uuid CONSTRAINT progress_meetings_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    plan_id uuid NOT NULL CONSTRAINT progress_meetings_plan_fk REFERENCES short_break_plans,
    held_on date NOT NULL,
    community_worker text NOT NULL,
    residential_worker text NOT NULL,
    decisions text NOT NULL,
    next_on date NOT NULL CONSTRAINT progress_meetings_next CHECK (next_on > held_on),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL
  );
  CREATE INDEX progress_meetings_by_plan ON progress_meetings (plan_id);

  CREATE TABLE goal_ratings (
    meeting_id uuid NOT NULL CONSTRAINT goal_ratings_meeting_fk REFERENCES progress_meetings,
    goal_id uuid NOT NULL CONSTRAINT goal_ratings_goal_fk REFERENCES short_break_goals,
    rating smallint NOT NULL CONSTRAINT goal_ratings_rating CHECK (rating BETWEEN 1 AND 5),
    words text,
    CONSTRAINT goal_ratings_pk PRIMARY KEY (meeting_id, goal_id)
  );

  CREATE TABLE noticed_things (
    id uuid CONSTRAINT noticed_things_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    stay_id uuid NOT NULL CONSTRAINT noticed_things_stay_fk REFERENCES stays,
    young_person_id uuid NOT NULL CONSTRAINT noticed_things_young_person_fk REFERENCES young_people,
    category text NOT NULL CONSTRAINT noticed_things_category CHECK (category IN ('safety', 'health', 'family',
      'school', 'friendships', 'feelings', 'strength', 'other')),
    words text NOT NULL,
    urgency text NOT NULL CONSTRAINT noticed_things_urgency CHECK (urgency IN ('routine', 'soon', 'urgent')),
    noticed_at timestamptz NOT NULL DEFAULT now(),
    noticed_by_name text NOT NULL,
    status text NOT NULL DEFAULT 'open'
      CONSTRAINT noticed_things_status CHECK (status IN ('open', 'folded-in', 'set-aside')),
    cas_goal_id uuid CONSTRAINT noticed_things_cas_goal_fk REFERENCES cas_goals,
    settled_at timestamptz,
    settled_by_name text,
    settled_words text,
    CONSTRAINT noticed_things_settled CHECK ((status = 'open') = (settled_at IS NULL)
      AND (settled_at IS NULL) = (settled_by_name IS NULL)),
    CONSTRAINT noticed_things_set_aside_why CHECK (status <> 'set-aside' OR settled_words IS NOT NULL)
  );
  CREATE INDEX noticed_things_by_young_person ON noticed_things (young_person_id);
`;

const ELSEWHERE = `
  CREATE TABLE declared_nights (
    id uuid CONSTRAINT declared_nights_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    young_person_id uuid NOT NULL CONSTRAINT declared_nights_young_person_fk REFERENCES young_people,
    from_on date NOT NULL,
    to_on date NOT NULL CONSTRAINT declared_nights_dates CHECK (to_on > from_on),
    place text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_name text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by_name text,
    withdrawn_reason text,
    CONSTRAINT declared_nights_once EXCLUDE USING gist
      (young_person_id WITH =, daterange(from_on, to_on) WITH &&) WHERE (withdrawn_at IS NULL)
  );
`;

const KEPT = [
  'cas_plans',
  'cas_plan_supports',
  'cas_goals',
  'cas_reviews',
  'short_break_plans',
  'short_break_goals',
  'progress_meetings',
  'goal_ratings',
  'noticed_things',
  'declared_nights',
];

/** Written once, never again. */
const WRITTEN_ONCE = ['short_break_plan_versions'];

const TABLES = [
  'declared_nights',
  'noticed_things',
  'goal_ratings',
  'progress_meetings',
  'short_break_plan_versions',
  'short_break_goals',
  'short_break_plans',
  'cas_reviews',
  'cas_goals',
  'cas_plan_supports',
  'cas_plans',
];

const never = (events: string) => (table: string) => `
  CREATE TRIGGER ${table}_never_removed BEFORE ${events} ON ${table} EXECUTE FUNCTION refuse_to_alter_history();`;

export class Plans1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SETTINGS, CAS_PLANS, SHORT_BREAK_PLANS, WITHIN, PROGRESS, ELSEWHERE])
      await runner.query(part);
    for (const statement of KEPT.map(never('DELETE OR TRUNCATE'))) await runner.query(statement);
    for (const statement of WRITTEN_ONCE.map(never('UPDATE OR DELETE OR TRUNCATE')))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stays DROP CONSTRAINT stays_plan_fk');
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
    await runner.query('DROP FUNCTION refuse_plan_outside_cas_plan, refuse_cas_plan_shorter_than_its_plans');
    await runner.query(
      'ALTER TABLE unit_settings DROP series_nights, DROP year_nights, DROP year_nights_told_from',
    );
  }
}
