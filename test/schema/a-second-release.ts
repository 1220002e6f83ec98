import type { DataSource } from 'typeorm';
import { ANN, BEN, BOOKED, fillAsTheFirstRelease, HELD, id, MANAGER, STAYED, UNIT } from './a-first-release';

const FAMILY = id(4);
const WORKER = id(20);
const CAS_PLAN = id(21);
const GOAL = id(22);
const PLAN = id(23);
const [DRAFT, PLAN_GOAL, MEETING] = [id(24), id(25), id(26)];
const SERIES = id(27);
const [PLACED, WAITING, OFFERED] = [id(28), id(29), id(30)];
const [ACCEPTED, OPEN] = [id(31), id(32)];
const RECORDED = `'Priya Nair'`;

/** At least a row in every table the second release added: plans, requests and visits, before emergencies. */
const ROWS: readonly string[] = [
  `INSERT INTO accounts (id, username, name, role) VALUES ('${WORKER}', 'pn', 'Priya Nair', 'worker')`,
  `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, series_nights, visit_places)
    VALUES ('${UNIT}', '2026-09-01', 4, 8, 18, 15, 3)`,
  `INSERT INTO cas_plans (id, family_id, key_worker_id, starts_on, review_on, recorded_by_name)
    VALUES ('${CAS_PLAN}', '${FAMILY}', '${WORKER}', '2025-09-01', '2026-06-01', ${RECORDED})`,
  `INSERT INTO cas_plan_supports (cas_plan_id, kind, from_on, to_on, social_worker, recorded_by_name)
    VALUES ('${CAS_PLAN}', 'cas-only', '2025-09-01', '2026-01-01', NULL, ${RECORDED}),
      ('${CAS_PLAN}', 'child-in-need-plan', '2026-01-01', NULL, 'Jo Marsh', ${RECORDED})`,
  `INSERT INTO cas_goals (id, cas_plan_id, position, text) VALUES ('${GOAL}', '${CAS_PLAN}', 1, 'Evenings at home.')`,
  `INSERT INTO cas_reviews (cas_plan_id, held_on, decisions, next_review_on, recorded_by_name)
    VALUES ('${CAS_PLAN}', '2025-12-01', 'Go on.', '2026-06-01', ${RECORDED})`,
  `INSERT INTO short_break_plans (id, cas_plan_id, young_person_id, status, starts_on, ends_on, nights_agreed, nights_per,
      legal_basis, consent_by, consent_how, consent_on, activities, wishes, review_on, key_worker_agreed_at,
      key_worker_agreed_name, manager_agreed_at, manager_agreed_name, recorded_by_name)
    VALUES ('${PLAN}', '${CAS_PLAN}', '${ANN}', 'agreed', '2026-01-01', '2026-12-01', 20, 'quarter', 's20-series', 'Mother',
        'In writing', '2025-12-20', '{cooking}', '{"a quiet room"}', '2026-06-01', '2025-12-21Z', 'Priya Nair', '2025-12-22Z',
        'Ruth Calder', ${RECORDED}),
      ('${DRAFT}', '${CAS_PLAN}', '${BEN}', 'draft', '2026-04-01', '2026-12-01', 6, 'plan', 's17', NULL, NULL, NULL, '{}', '{}',
        '2026-07-01', NULL, NULL, NULL, NULL, ${RECORDED})`,
  `INSERT INTO short_break_goals (id, plan_id, cas_plan_id, cas_goal_id, position, text, rated_at_entry)
    VALUES ('${PLAN_GOAL}', '${PLAN}', '${CAS_PLAN}', '${GOAL}', 1, 'Cooks one meal.', 2)`,
  `INSERT INTO short_break_plan_versions (plan_id, version, terms, written_by_name)
    VALUES ('${PLAN}', 1, '{"nightsAgreed": 20}', ${RECORDED})`,
  `UPDATE stays SET plan_id = '${PLAN}' WHERE id IN ('${STAYED}', '${BOOKED}')`,
  `INSERT INTO progress_meetings (id, plan_id, held_on, community_worker, residential_worker, decisions, next_on,
      recorded_by_name)
    VALUES ('${MEETING}', '${PLAN}', '2026-02-20', 'Priya Nair', 'Sam Hollis', 'More cooking.', '2026-05-20', ${RECORDED})`,
  `INSERT INTO goal_ratings (meeting_id, goal_id, rating, words) VALUES ('${MEETING}', '${PLAN_GOAL}', 3, 'Soup.')`,
  `INSERT INTO noticed_things (stay_id, young_person_id, category, words, urgency, noticed_by_name, status, cas_goal_id,
      settled_at, settled_by_name)
    VALUES ('${STAYED}', '${ANN}', 'strength', 'Made friends.', 'routine', 'Sam Hollis', 'folded-in', '${GOAL}', now(),
      ${RECORDED})`,
  `INSERT INTO declared_nights (young_person_id, from_on, to_on, place, recorded_by_name)
    VALUES ('${ANN}', '2026-01-02', '2026-01-05', 'Foster carer', ${RECORDED})`,
  `INSERT INTO request_series (id, unit_id, family_id, nights, weekday, every_weeks, from_on, until_on, reason, urgency,
      requested_at, requested_by_id, requested_by_name)
    VALUES ('${SERIES}', '${UNIT}', '${FAMILY}', 3, 5, 4, '2026-04-03', '2026-06-26', 'A rest.', 'soon', '2026-02-01Z',
      '${WORKER}', ${RECORDED})`,
  `INSERT INTO requests (id, unit_id, family_id, series_id, nights, earliest, latest, weekdays, reason, urgency, status,
      waiting_since, displaced_before, requested_at, requested_by_name)
    VALUES ('${PLACED}', '${UNIT}', '${FAMILY}', '${SERIES}', 3, '2026-04-03', '2026-04-03', '{5}', 'A rest.', 'soon', 'placed',
        NULL, false, '2026-02-01Z', ${RECORDED}),
      ('${WAITING}', '${UNIT}', '${FAMILY}', NULL, 2, '2026-04-01', '2026-06-30', '{}', 'A rest.', 'urgent', 'waiting',
        '2026-02-10Z', true, '2026-02-09Z', ${RECORDED}),
      ('${OFFERED}', '${UNIT}', '${FAMILY}', NULL, 1, '2026-04-10', '2026-04-10', '{}', 'An exam.', 'routine', 'offered',
        NULL, false, '2026-02-20Z', ${RECORDED})`,
  `INSERT INTO request_young_people (request_id, young_person_id, position)
    VALUES ('${PLACED}', '${ANN}', 1), ('${WAITING}', '${ANN}', 1), ('${WAITING}', '${BEN}', 2), ('${OFFERED}', '${BEN}', 1)`,
  `INSERT INTO request_offers (id, request_id, arrives_on, departs_on, made_at, made_by_name, expires_at, outcome, ended_at,
      ended_by_name)
    VALUES ('${ACCEPTED}', '${PLACED}', '2026-04-03', '2026-04-06', '2026-02-02Z', 'Ruth Calder', '2026-02-04Z', 'accepted',
        '2026-02-03Z', ${RECORDED}),
      ('${OPEN}', '${OFFERED}', '2026-04-10', '2026-04-11', '2026-03-01Z', 'Ruth Calder', '2026-04-01 12:00Z', 'open', NULL, NULL)`,
  `INSERT INTO request_stays (stay_id, request_id, offer_id)
    VALUES ('${BOOKED}', '${PLACED}', '${ACCEPTED}'), ('${HELD}', '${OFFERED}', '${OPEN}')`,
  `INSERT INTO day_visits (unit_id, young_person_id, visits_on, from_time, to_time, purpose, booked_by_name)
    VALUES ('${UNIT}', '${BEN}', '2026-03-05', '15:30', '18:00', 'Tea.', ${RECORDED})`,
  `INSERT INTO compatibility_assessments (first_young_person_id, second_young_person_id, outcome, controls, reasons,
      strengths, risks, review_on, author_id, author_name, superseded_at)
    VALUES ('${ANN}', '${BEN}', 'with-controls', 'Separate floors.', 'Known.', 'They cook.', 'They argue.', '2026-02-01',
      '${MANAGER}', 'Ruth Calder', '2026-01-15Z')`,
  `INSERT INTO assessment_requests (first_young_person_id, second_young_person_id, asked_by_name, for_request_id, reason)
    VALUES ('${ANN}', '${BEN}', ${RECORDED}, '${WAITING}', 'Past its review.')`,
];

export async function fillAsTheSecondRelease(dataSource: DataSource): Promise<void> {
  await fillAsTheFirstRelease(dataSource);
  for (const rows of ROWS) await dataSource.query(rows);
}
