import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';

/** One entry of the audit trail about a stay; of what it was and became only dates and room. */
export interface HistoryEntry {
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly reason: string | null;
  readonly before: Shape;
  readonly after: Shape;
}

/** All `null` for what was not there before. */
interface Shape {
  readonly arrivesOn: string | null;
  readonly departsOn: string | null;
  readonly roomId: string | null;
}

export interface Authorisation {
  readonly code: string;
  readonly reason: string;
  readonly managerName: string;
  readonly at: Date;
}

const ENTRIES = `
  SELECT at, actor_name AS "actorName", action, reason,
    jsonb_build_object('arrivesOn', before ->> 'arrivesOn', 'departsOn', before ->> 'departsOn',
      'roomId', before ->> 'roomId') AS before,
    jsonb_build_object('arrivesOn', after ->> 'arrivesOn', 'departsOn', after ->> 'departsOn',
      'roomId', after ->> 'roomId') AS after
  FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused') ORDER BY at DESC, id DESC`;

const AUTHORISATIONS = `
  SELECT code, reason, manager_name AS "managerName", at FROM authorisations WHERE stay_id = $1 ORDER BY at, code`;

/** What became of a stay: who, when, what and why. */
@Injectable()
export class StayHistory {
  constructor(private readonly database: Database) {}

  /** Latest first. */
  async entries(stayId: string): Promise<HistoryEntry[]> {
    return this.database.rows<HistoryEntry>(ENTRIES, [stayId]);
  }

  async authorisations(stayId: string): Promise<Authorisation[]> {
    return this.database.rows<Authorisation>(AUTHORISATIONS, [stayId]);
  }
}
