import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';
import { FileClosed } from './file-closed';

const AN_HOUR = 3_600_000;
const LEAST_REASON = 20;
export const LONGEST_REASON = 2000;

/** The unit told is the one that knows the child best: of the last stay or request. */
const OPEN = `
  INSERT INTO opened_files (young_person_id, unit_id, opened_by_id, opened_by_name, opened_by_role, reason, opened_at, closes_at)
  SELECT $1, (
    SELECT unit_id FROM (
      SELECT unit_id, created_at AS at FROM stays WHERE young_person_id = $1
      UNION ALL SELECT unit_id, requested_at FROM requests JOIN request_young_people ON request_id = requests.id
        WHERE young_person_id = $1) AS ties ORDER BY at DESC LIMIT 1), $2, $3, $4, $5, $6, $7
  RETURNING id, unit_id AS "unitId"`;

const STANDING = `
  SELECT max(closes_at) AS "closesAt" FROM opened_files
  WHERE young_person_id = $1 AND opened_by_id = $2 AND opened_at <= $3 AND closes_at > $3`;

export interface Opening {
  readonly id: string;
  readonly closesAt: Date;
}

/** One child's file, opened by somebody who cannot see it otherwise: with a reason, for an hour, for all to know. */
@Injectable()
export class OpenedFiles {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Two openings are two entries, each with its own reason; the file is open while either stands. @throws Misshapen, NotThere */
  async open(youngPersonId: string, given: string, by: Person): Promise<Opening> {
    const reason = reasonIn(given);
    await this.people.one(youngPersonId);
    const openedAt = this.clock.now();
    const closesAt = new Date(openedAt.getTime() + AN_HOUR);
    return this.database.transaction(async (tx) => {
      const values = [youngPersonId, by.id, by.name, by.role, reason, openedAt, closesAt];
      const [opened] = await tx.query<{ id: string; unitId: string | null }[]>(OPEN, values);
      if (!opened) throw new Error('Nothing was opened');
      const about = { youngPersonId, unitId: opened.unitId, subjectId: opened.id };
      await this.audit.record(tx, by, { action: 'file.opened', reason, after: { closesAt }, ...about });
      return { id: opened.id, closesAt };
    });
  }

  /** Until when it is open for this person. @throws FileClosed */
  async openUntil(youngPersonId: string, by: Person): Promise<Date> {
    const [standing] = await this.database.rows<{ closesAt: Date | null }>(STANDING, [
      youngPersonId,
      by.id,
      this.clock.now(),
    ]);
    if (!standing?.closesAt) throw new FileClosed(youngPersonId);
    return standing.closesAt;
  }
}

function reasonIn(given: string): string {
  const reason = given.trim();
  if (reason.length >= LEAST_REASON && reason.length <= LONGEST_REASON) return reason;
  const detail =
    reason.length < LEAST_REASON
      ? `Say in at least ${LEAST_REASON} letters why you need this file now: the manager reads it in the morning.`
      : `Use ${LONGEST_REASON} characters or fewer.`;
  throw Misshapen.at('/reason', detail);
}
