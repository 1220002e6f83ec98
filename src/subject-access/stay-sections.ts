/** `$1` the child, `$2` their family. Rooms are the child's own; who else was there is not read at all. */
export const STAY_SECTIONS = {
  stays: `
    SELECT units.name AS unit, kind, status, arrives_on AS "arrivesOn", departs_on AS "departsOn",
      requested_on AS "requestedOn", arrived_at AS "arrivedAt", departed_at AS "departedAt", destination, summary,
      solo AS "hadTheUnitToThemselves", ended_on AS "endedOn", ended_by AS "endedBy", ended_reason AS "endedReason",
      json_build_object('professional', created_by_name) AS "bookedBy",
      (SELECT json_agg(DISTINCT rooms.name) FROM bed_uses JOIN rooms ON rooms.id = room_id
         WHERE stay_id = stays.id) AS rooms,
      (SELECT json_agg(json_build_object('finding', code, 'reason', reason)) FROM authorisations
         WHERE stay_id = stays.id) AS authorisations,
      (SELECT json_build_object('decidedAt', decided_at, 'reason', reason, 'approvedBy', approved_by_name,
         'datesOffered', dates_offered) FROM displacements WHERE stay_id = stays.id) AS "lostToAnEmergency"
    FROM stays JOIN units ON units.id = unit_id WHERE young_person_id = $1 AND $2::uuid IS NOT NULL
    ORDER BY arrives_on, stays.id`,
  dayVisits: `
    SELECT units.name AS unit, visits_on AS "on", to_char(from_time, 'HH24:MI') AS "from",
      to_char(to_time, 'HH24:MI') AS "until", purpose, status, cancelled_by AS "cancelledBy",
      cancelled_reason AS "cancelledReason", booked_at AS "bookedAt",
      json_build_object('professional', booked_by_name) AS "bookedBy"
    FROM day_visits JOIN units ON units.id = unit_id WHERE young_person_id = $1 AND $2::uuid IS NOT NULL
    ORDER BY visits_on, from_time, day_visits.id`,
  emergencyClaims: `
    SELECT night, claimed_at AS "claimedAt",
      json_build_object('professional', claimed_by_name, 'role', claimed_by_role) AS "claimedBy", ends_at AS "endsAt",
      legal_basis AS "legalBasis", police_protection_from AS "policeProtectionFrom",
      json_build_object('by', consent_by, 'how', consent_how, 'at', consent_at) AS consent, reason, alternatives,
      json_build_object('name', approved_by_name, 'role', approved_by_role, 'at', approved_at) AS "approvedBy", risks,
      care_alongside AS "careAlongside", medical_consent AS "medicalConsent", allergies, medication, transport,
      expected_at AS "expectedAt", controls, not_known AS "notKnownThen",
      (SELECT json_agg(json_build_object('acknowledgedAt', acknowledged_at,
           'acknowledgedBy', json_build_object('professional', acknowledged_by_name)))
         FROM handovers WHERE handovers.unit_id = emergency_claims.unit_id
           AND handovers.night = emergency_claims.night) AS handover
    FROM emergency_claims WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY claimed_at, id`,
  noticed: `
    SELECT category, words, urgency, noticed_at AS "noticedAt",
      json_build_object('professional', noticed_by_name) AS "noticedBy", status, settled_at AS "settledAt",
      json_build_object('professional', settled_by_name) AS "settledBy", settled_words AS "settledWords"
    FROM noticed_things WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY noticed_at, id`,
  tasks: `
    SELECT kind, words, raised_at AS "raisedAt", due_at AS "dueAt", done_at AS "doneAt",
      json_build_object('professional', done_by_name) AS "doneBy", done_words AS "doneWords",
      closed_why AS "closedWhy"
    FROM tasks WHERE young_person_id = $1 AND $2::uuid IS NOT NULL ORDER BY raised_at, id`,
} as const;
