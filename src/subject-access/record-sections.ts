import { ANOTHER } from '../domain/without-others';

const ABOUT_THEM = '$1 IN (first_young_person_id, second_young_person_id) AND $2::uuid IS NOT NULL';

/** What a notice leads to, when that is theirs. */
const THEIRS = `
  SELECT id FROM stays WHERE young_person_id = $1
  UNION ALL SELECT request_id FROM request_young_people WHERE young_person_id = $1
  UNION ALL SELECT id FROM short_break_plans WHERE young_person_id = $1
  UNION ALL SELECT id FROM day_visits WHERE young_person_id = $1
  UNION ALL SELECT id FROM emergency_claims WHERE young_person_id = $1
  UNION ALL SELECT id FROM cas_plans WHERE family_id = $2
  UNION ALL VALUES ($1), ($2)`;

/** `$1` the child, `$2` their family. A pair is half somebody else's: whose is not read at all. */
export const RECORD_SECTIONS = {
  caseRecord: `
    SELECT about_on AS "on", text, written_at AS "writtenAt",
      json_build_object('professional', author_name, 'role', author_role) AS "writtenBy",
      correction_reason AS "correctionReason",
      (SELECT corrected.written_at FROM case_record_entries AS corrected WHERE corrected.id = entry.corrects_id)
        AS "correctsWhatWasWrittenAt",
      (SELECT correction.written_at FROM case_record_entries AS correction WHERE correction.corrects_id = entry.id)
        AS "correctedAt"
    FROM case_record_entries AS entry WHERE young_person_id = $1 AND $2::uuid IS NOT NULL
    ORDER BY about_on, written_at, id`,
  assessments: `
    SELECT '${ANOTHER}' AS "with", outcome, reasons, strengths, risks, controls, provisional,
      assessed_at AS "assessedAt", json_build_object('professional', author_name) AS "assessedBy",
      review_on AS "reviewOn", superseded_at AS "supersededAt"
    FROM compatibility_assessments WHERE ${ABOUT_THEM} ORDER BY assessed_at, id`,
  assessmentRequests: `
    SELECT '${ANOTHER}' AS "with", asked_at AS "askedAt", json_build_object('professional', asked_by_name) AS "askedBy",
      reason, status
    FROM assessment_requests WHERE ${ABOUT_THEM} ORDER BY asked_at, id`,
  soloDecisions: `
    SELECT reason, starts_on AS "startsOn", review_on AS "reviewOn",
      cardinality(sibling_ids) AS "brothersAndSistersLetIn", decided_at AS "decidedAt",
      json_build_object('professional', approver_name) AS "decidedBy", ended_on AS "endedOn",
      json_build_object('professional', ended_by_name) AS "endedBy", ended_reason AS "endedReason"
    FROM solo_decisions WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY decided_at, id`,
  notices: `
    SELECT written_at AS "writtenAt", json_build_object('professional', to_name) AS "to", subject, body
    FROM notices WHERE substring(link FROM '[0-9a-f]{8}-[0-9a-f-]{27}')::uuid IN (${THEIRS})
    ORDER BY written_at, id`,
  whoHasLookedAndWhatWasDone: `
    SELECT at, json_build_object('professional', actor_name, 'role', actor_role) AS "by", action, reason
    FROM audit_entries WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY id`,
} as const;
