/** `$1` the child, `$2` their family. Who signed in is a `professional`; a name somebody typed is words like any other. */
export const PLAN_SECTIONS = {
  casPlans: `
    SELECT status, starts_on AS "startsOn", ends_on AS "endsOn", review_on AS "reviewOn",
      dormant_from AS "dormantFrom", dormant_reason AS "dormantReason", closed_reason AS "closedReason",
      closed_words AS "closedWords", json_build_object('professional', accounts.name) AS "keyWorker",
      (SELECT json_agg(json_build_object('kind', kind, 'from', from_on, 'until', to_on, 'socialWorker', social_worker)
         ORDER BY from_on) FROM cas_plan_supports WHERE cas_plan_id = cas_plans.id) AS supports,
      (SELECT json_agg(json_build_object('text', text, 'endedOn', ended_on) ORDER BY position) FROM cas_goals
         WHERE cas_plan_id = cas_plans.id) AS goals,
      (SELECT json_agg(json_build_object('heldOn', held_on, 'decisions', decisions, 'nextReviewOn', next_review_on,
         'recordedBy', json_build_object('professional', recorded_by_name)) ORDER BY held_on) FROM cas_reviews
         WHERE cas_plan_id = cas_plans.id) AS reviews
    FROM cas_plans LEFT JOIN accounts ON accounts.id = key_worker_id WHERE family_id = $2 AND $1::uuid IS NOT NULL
    ORDER BY starts_on, cas_plans.id`,
  shortBreakPlans: `
    SELECT status, starts_on AS "startsOn", ends_on AS "endsOn", nights_agreed AS "nightsAgreed",
      nights_per AS "nightsPer", legal_basis AS "legalBasis",
      json_build_object('by', consent_by, 'how', consent_how, 'on', consent_on, 'withdrawnOn', consent_withdrawn_on,
        'withdrawnReason', consent_withdrawn_reason) AS consent,
      activities, expectations, wishes, review_on AS "reviewOn",
      json_build_object('professional', key_worker_agreed_name, 'at', key_worker_agreed_at) AS "agreedByKeyWorker",
      json_build_object('professional', manager_agreed_name, 'at', manager_agreed_at) AS "agreedByManager",
      ended_on AS "endedOn", ended_reason AS "endedReason",
      json_build_object('professional', recorded_by_name) AS "recordedBy",
      (SELECT json_agg(json_build_object('text', text, 'ratedAtEntry', rated_at_entry, 'leftOutAt', left_out_at,
           'ratings', (SELECT json_agg(json_build_object('on', held_on, 'rating', rating, 'words', words)
             ORDER BY held_on) FROM goal_ratings JOIN progress_meetings ON progress_meetings.id = meeting_id
             WHERE goal_id = short_break_goals.id)) ORDER BY position)
         FROM short_break_goals WHERE plan_id = short_break_plans.id) AS goals,
      (SELECT json_agg(json_build_object('heldOn', held_on, 'communityWorker', community_worker,
           'residentialWorker', residential_worker, 'decisions', decisions, 'nextOn', next_on) ORDER BY held_on)
         FROM progress_meetings WHERE plan_id = short_break_plans.id) AS "progressMeetings",
      (SELECT json_agg(json_build_object('version', version, 'writtenAt', written_at, 'terms', terms,
           'writtenBy', json_build_object('professional', written_by_name)) ORDER BY version)
         FROM short_break_plan_versions WHERE plan_id = short_break_plans.id) AS versions
    FROM short_break_plans WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY starts_on, id`,
  requests: `
    SELECT status, nights, earliest, latest, reason, urgency, wishes, waiting_since AS "waitingSince",
      answer_code AS "answerCode", answer_words AS "answerWords", answered_at AS "answeredAt",
      json_build_object('professional', answered_by_name) AS "answeredBy", requested_at AS "requestedAt",
      json_build_object('professional', requested_by_name) AS "requestedBy",
      (SELECT count(*) - 1 FROM request_young_people WHERE request_id = requests.id) AS "brothersAndSistersToo",
      (SELECT json_agg(json_build_object('arrivesOn', arrives_on, 'departsOn', departs_on, 'madeAt', made_at,
           'madeBy', json_build_object('professional', made_by_name), 'outcome', outcome, 'endedAt', ended_at,
           'endedReason', ended_reason) ORDER BY made_at)
         FROM request_offers WHERE request_id = requests.id) AS offers
    FROM requests JOIN request_young_people ON request_id = requests.id
    WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY requested_at, requests.id`,
  nightsElsewhere: `
    SELECT from_on AS "from", to_on AS "until", place, recorded_at AS "recordedAt",
      json_build_object('professional', recorded_by_name) AS "recordedBy", withdrawn_at AS "withdrawnAt",
      withdrawn_reason AS "withdrawnReason"
    FROM declared_nights WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY from_on, recorded_at`,
} as const;
