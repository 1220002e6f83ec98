import type { MigrationInterface, QueryRunner } from 'typeorm';

const URGENCIES = `('routine', 'soon', 'urgent')`;

const REQUESTS = `
  CREATE TABLE request_series (
    id uuid CONSTRAINT request_series_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    unit_id uuid NOT NULL CONSTRAINT request_series_unit_fk REFERENCES units,
    family_id uuid NOT NULL CONSTRAINT request_series_family_fk REFERENCES families,
    nights smallint NOT NULL CONSTRAINT request_series_nights CHECK (nights > 0),
    weekday smallint NOT NULL CONSTRAINT request_series_weekday CHECK (weekday BETWEEN 1 AND 7),
    every_weeks smallint NOT NULL CONSTRAINT request_series_every_weeks CHECK (every_weeks > 0),
    from_on date NOT NULL,
    until_on date NOT NULL CONSTRAINT request_series_dates CHECK (until_on >= from_on),
    reason text NOT NULL,
    urgency text NOT NULL CONSTRAINT request_series_urgency CHECK (urgency IN ${URGENCIES}),
    requested_at timestamptz NOT NULL,
    requested_by_id uuid,
    requested_by_name text NOT NULL
  );
  CREATE INDEX request_series_by_family ON request_series (family_id);

  CREATE TABLE requests (
    id uuid CONSTRAINT requests_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    unit_id uuid NOT NULL CONSTRAINT requests_unit_fk REFERENCES units,
    family_id uuid NOT NULL CONSTRAINT requests_family_fk REFERENCES families,
    series_id uuid CONSTRAINT requests_series_fk REFERENCES request_series,
    nights smallint NOT NULL CONSTRAINT requests_nights CHECK (nights > 0),
    earliest date NOT NULL,
    latest date NOT NULL CONSTRAINT requests_window CHECK (latest >= earliest),
    weekdays smallint[] NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    urgency text NOT NULL CONSTRAINT requests_urgency CHECK (urgency IN ${URGENCIES}),
    wishes text[] NOT NULL DEFAULT '{}',
    left_out_ids uuid[] NOT NULL DEFAULT '{}',
    displaced_before boolean NOT NULL DEFAULT false,
    status text NOT NULL DEFAULT 'open' CONSTRAINT requests_status
      CHECK (status IN ('open', 'offered', 'placed', 'waiting', 'declined', 'withdrawn')),
    waiting_since timestamptz,
    answer_code text CONSTRAINT requests_answer_code CHECK (answer_code IN ('no-suitable-dates', 'nights-used',
      'not-compatible', 'unit-closed', 'needs-other-service', 'plan-needed', 'other')),
    answer_words text,
    answered_at timestamptz,
    answered_by_name text,
    requested_at timestamptz NOT NULL,
    requested_by_id uuid,
    requested_by_name text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT requests_waiting_since CHECK (status <> 'waiting' OR waiting_since IS NOT NULL),
    CONSTRAINT requests_declined_why CHECK ((status = 'declined') = (answer_code IS NOT NULL)),
    CONSTRAINT requests_other_in_words CHECK (answer_code <> 'other' OR answer_words IS NOT NULL)
  );
  CREATE INDEX requests_queue ON requests (unit_id, status, requested_at, id);
  CREATE INDEX requests_by_time ON requests (requested_at, id);
  CREATE INDEX requests_by_family ON requests (family_id);
  CREATE INDEX requests_by_series ON requests (series_id) WHERE series_id IS NOT NULL;

  CREATE TABLE request_young_people (
    request_id uuid NOT NULL CONSTRAINT request_young_people_request_fk REFERENCES requests,
    young_person_id uuid NOT NULL CONSTRAINT request_young_people_young_person_fk REFERENCES young_people,
    position smallint NOT NULL,
    CONSTRAINT request_young_people_pk PRIMARY KEY (request_id, young_person_id)
  );
  CREATE INDEX request_young_people_by_young_person ON request_young_people (young_person_id);
`;

const OFFERS = `
  CREATE TABLE request_offers (
    id uuid CONSTRAINT request_offers_pk PRIMARY KEY DEFAULT gen_random_uuid(),
    request_id uuid NOT NULL CONSTRAINT request_offers_request_fk REFERENCES requests,
    group_id uuid,
    arrives_on date NOT NULL,
    departs_on date NOT NULL CONSTRAINT request_offers_dates CHECK (departs_on > arrives_on),
    left_out_ids uuid[] NOT NULL DEFAULT '{}',
    by_waiting_list boolean NOT NULL DEFAULT false,
    why jsonb,
    made_at timestamptz NOT NULL,
    made_by_name text NOT NULL,
    expires_at timestamptz NOT NULL,
    outcome text NOT NULL DEFAULT 'open' CONSTRAINT request_offers_outcome
      CHECK (outcome IN ('open', 'accepted', 'ran-out', 'refused', 'withdrawn')),
    ended_at timestamptz,
    ended_by_name text,
    ended_reason text,
    CONSTRAINT request_offers_ended_when CHECK ((outcome = 'open') = (ended_at IS NULL)),
    CONSTRAINT request_offers_ranked CHECK (NOT by_waiting_list OR why IS NOT NULL)
  );
  CREATE UNIQUE INDEX request_offers_one_open ON request_offers (request_id) WHERE outcome = 'open';
  CREATE INDEX request_offers_by_request ON request_offers (request_id, made_at);

  CREATE TABLE request_stays (
    stay_id uuid CONSTRAINT request_stays_pk PRIMARY KEY CONSTRAINT request_stays_stay_fk REFERENCES stays,
    request_id uuid NOT NULL CONSTRAINT request_stays_request_fk REFERENCES requests,
    offer_id uuid CONSTRAINT request_stays_offer_fk REFERENCES request_offers
  );
  CREATE INDEX request_stays_by_request ON request_stays (request_id);
  CREATE INDEX request_stays_by_offer ON request_stays (offer_id);
`;

const TABLES = ['request_stays', 'request_offers', 'request_young_people', 'requests', 'request_series'];

const nothingIsRemovedFrom = (table: string) => `
  CREATE TRIGGER ${table}_never_removed BEFORE DELETE OR TRUNCATE ON ${table}
    EXECUTE FUNCTION refuse_to_alter_history();`;

export class Requests1795600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REQUESTS, OFFERS]) await runner.query(part);
    for (const table of TABLES) await runner.query(nothingIsRemovedFrom(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}
