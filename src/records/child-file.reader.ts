import { Injectable } from '@nestjs/common';
import { Everybody } from '../people/everybody.reader';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

/** What is on file of one child, for somebody who has to act on it within the hour. It names no other child. */
export interface ChildFile {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly sex: string | null;
  readonly caseReference: string;
  readonly familyReference: string;
  readonly brothersAndSisters: number;
  readonly casPlan: {
    readonly status: string;
    readonly keyWorker: string;
    readonly keyWorkerEmail: string | null;
    readonly goals: readonly string[];
  } | null;
  readonly plans: readonly {
    readonly status: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly legalBasis: string;
    readonly consent: string | null;
    readonly activities: readonly string[];
    readonly expectations: string;
  }[];
  readonly emergencies: readonly {
    readonly night: string;
    readonly reason: string;
    readonly risks: readonly string[];
    readonly careAlongside: string | null;
    readonly medicalConsent: string | null;
    readonly allergies: string | null;
    readonly medication: string | null;
  }[];
  readonly solo: readonly { readonly startsOn: string; readonly reviewOn: string; readonly reason: string }[];
  /** With whom is not said. */
  readonly together: readonly {
    readonly outcome: string;
    readonly controls: string | null;
    readonly reviewOn: string;
  }[];
  readonly noticed: readonly { readonly kind: string; readonly words: string }[];
  readonly stays: readonly {
    readonly unit: string;
    readonly kind: string;
    readonly status: string;
    readonly arrivesOn: string;
    readonly departsOn: string;
  }[];
}

const list = (fields: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;

const FILE = `
  SELECT child.id, given_name AS "givenName", family_name AS "familyName", date_of_birth AS "dateOfBirth", sex,
    case_reference AS "caseReference", families.reference AS "familyReference",
    (SELECT count(*)::int - 1 FROM young_people WHERE family_id = families.id) AS "brothersAndSisters",
    (SELECT json_build_object('status', status, 'keyWorker', accounts.name, 'keyWorkerEmail', email,
        'goals', (SELECT coalesce(json_agg(text ORDER BY position), '[]') FROM cas_goals
          WHERE cas_plan_id = cas_plans.id AND ended_on IS NULL))
      FROM cas_plans JOIN accounts ON accounts.id = key_worker_id WHERE cas_plans.family_id = families.id
      ORDER BY status = 'closed', starts_on DESC LIMIT 1) AS "casPlan",
    ${list(
      `'status', status, 'startsOn', starts_on, 'endsOn', ends_on, 'legalBasis', legal_basis, 'consent',
        CASE WHEN consent_withdrawn_on IS NULL THEN consent_by || ', ' || consent_how END, 'activities', activities,
        'expectations', expectations`,
      'short_break_plans WHERE young_person_id = child.id',
      'starts_on DESC',
    )} AS plans,
    ${list(
      `'night', night, 'reason', reason, 'risks', risks, 'careAlongside', care_alongside, 'medicalConsent', medical_consent,
        'allergies', allergies, 'medication', medication`,
      'emergency_claims WHERE young_person_id = child.id',
      'claimed_at DESC',
    )} AS emergencies,
    ${list(
      `'startsOn', starts_on, 'reviewOn', review_on, 'reason', reason`,
      'solo_decisions WHERE young_person_id = child.id AND ended_on IS NULL',
      'starts_on DESC',
    )} AS solo,
    ${list(
      `'outcome', outcome, 'controls', controls, 'reviewOn', review_on`,
      `compatibility_assessments WHERE superseded_at IS NULL
        AND child.id IN (first_young_person_id, second_young_person_id)`,
      'outcome, review_on',
    )} AS together,
    ${list(`'kind', category, 'words', words`, 'noticed_things WHERE young_person_id = child.id', 'noticed_at DESC')} AS noticed,
    ${list(
      `'unit', units.name, 'kind', kind, 'status', status, 'arrivesOn', arrives_on, 'departsOn', departs_on`,
      'stays JOIN units ON units.id = unit_id WHERE young_person_id = child.id',
      'arrives_on DESC',
    )} AS stays
  FROM young_people AS child JOIN families ON families.id = family_id WHERE child.id = $1`;

@Injectable()
export class ChildFileReader {
  constructor(
    private readonly database: Database,
    private readonly everybody: Everybody,
  ) {}

  /** @throws NotThere */
  async of(id: string): Promise<ChildFile> {
    const [file] = await this.database.rows<ChildFile>(FILE, [id]);
    if (!file) throw new NotThere('There is no such young person.');
    return this.everybody.takenOutOf(file, id);
  }
}
