import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JudgedPair } from '../domain/authorised-mixes';
import type { CalendarDate } from '../domain/calendar-date';
import type { StayStatus } from '../domain/diary';

/** An emergency stay that has not ended; one booked by hand has no claim. */
export interface WatchedStay {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
  readonly arrivedAt: Date | null;
  readonly claimId: string | null;
  readonly endsAt: Date | null;
  readonly policeProtectionFrom: Date | null;
  /** Nobody has said yet what takes the place of police protection. */
  readonly isProtectionOpen: boolean;
}

/** Somebody here now, on whatever stay. */
export interface Present {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly isEmergency: boolean;
  readonly arrivesOn: CalendarDate;
  readonly arrivedAt: Date | null;
  readonly authorised: readonly string[];
}

/** An open task about a stay, whatever has become of the stay. */
export interface OpenTask {
  readonly key: string;
  readonly kind: string;
  readonly stayStatus: StayStatus;
}

const WATCHED = `
  SELECT stays.id AS "stayId", stays.young_person_id AS "youngPersonId", status, arrives_on::text AS "arrivesOn",
    arrived_at AS "arrivedAt", claim.id AS "claimId", claim.ends_at AS "endsAt",
    claim.police_protection_from AS "policeProtectionFrom",
    EXISTS (SELECT FROM tasks WHERE stay_id = stays.id AND kind = 'police-protection' AND done_at IS NULL)
      AS "isProtectionOpen"
  FROM stays LEFT JOIN emergency_claims claim ON claim.stay_id = stays.id
  WHERE stays.unit_id = $1 AND kind = 'emergency' AND status IN ('confirmed', 'in-residence')
  ORDER BY arrives_on, stays.id`;

const PRESENT = `
  SELECT id AS "stayId", young_person_id AS "youngPersonId", kind = 'emergency' AS "isEmergency",
    arrives_on::text AS "arrivesOn", arrived_at AS "arrivedAt",
    ARRAY(SELECT DISTINCT code FROM authorisations WHERE stay_id = stays.id) AS authorised
  FROM stays WHERE unit_id = $1 AND status = 'in-residence' ORDER BY id`;

const JUDGED = `
  SELECT ARRAY[first_young_person_id::text, second_young_person_id::text] AS "youngPersonIds", outcome,
    review_on::text AS "reviewOn", provisional AS "isProvisional"
  FROM compatibility_assessments
  WHERE superseded_at IS NULL AND first_young_person_id = ANY ($1::uuid[]) AND second_young_person_id = ANY ($1::uuid[])`;

const OPEN = `
  SELECT raise_key AS key, tasks.kind, stays.status AS "stayStatus"
  FROM tasks JOIN stays ON stays.id = stay_id
  WHERE tasks.unit_id = $1 AND done_at IS NULL ORDER BY raise_key`;

/** Waits for whoever is changing this unit's diary, and makes the next wait; nothing of the diary is changed. */
const LOCK = 'SELECT FROM units WHERE id = $1 FOR NO KEY UPDATE';

/** What the deadlines of a unit depend on. */
@Injectable()
export class EmergencyWatch {
  async lock(tx: EntityManager, unitId: string): Promise<void> {
    await tx.query(LOCK, [unitId]);
  }

  async watched(tx: EntityManager, unitId: string): Promise<WatchedStay[]> {
    return tx.query<WatchedStay[]>(WATCHED, [unitId]);
  }

  async present(tx: EntityManager, unitId: string): Promise<Present[]> {
    return tx.query<Present[]>(PRESENT, [unitId]);
  }

  async judged(tx: EntityManager, present: readonly Present[]): Promise<JudgedPair[]> {
    return tx.query<JudgedPair[]>(JUDGED, [present.map(({ youngPersonId }) => youngPersonId)]);
  }

  async open(tx: EntityManager, unitId: string): Promise<OpenTask[]> {
    return tx.query<OpenTask[]>(OPEN, [unitId]);
  }
}
