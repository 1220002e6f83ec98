import { Injectable } from '@nestjs/common';
import { familiesOf } from '../about/families-of';
import type { Person } from '../actor';
import { Database } from '../database';

/** An entry of the audit trail, as it was written. */
export interface Recorded {
  readonly id: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly unitId: string | null;
  readonly youngPersonId: string | null;
  readonly subjectId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly requestId: string | null;
}

export interface Asked {
  /** What is about them, and searches that found them. */
  readonly youngPersonId?: string | undefined;
  readonly actorIds?: readonly string[] | undefined;
  readonly action?: string | undefined;
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
  /** Only entries written before this one. */
  readonly beforeId?: number | undefined;
  readonly limit: number;
}

const COLUMNS = `
  id, at, actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole", action, unit_id AS "unitId",
  young_person_id AS "youngPersonId", subject_id AS "subjectId", before, after, reason, request_id AS "requestId"`;

const FOUND = `action = 'people.searched' AND after -> 'youngPersonIds' @> to_jsonb($1::text)`;

/**
 * Reads the audit trail, newest first. Whoever works for some units reads what was done in these and, where it is of no
 * unit, what is about young people they may know of; the rest is for those who work everywhere.
 */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async find(asked: Asked, reader: Person): Promise<Recorded[]> {
    const families = reader.unitIds === null ? undefined : await familiesOf(this.database, reader);
    const { sql, parameters } = question(asked, reader, families);
    return this.database.rows<Recorded>(sql, parameters);
  }
}

function ofFamilies(parameters: unknown[], families: ReadonlySet<string>): string {
  return `young_person_id IN (SELECT id FROM young_people WHERE family_id = ANY ($${parameters.push([...families])}::uuid[]))`;
}

/** A question and what it asks for; each part only where it is asked, so that the plan fits. */
export function question(
  asked: Asked,
  { unitIds }: Pick<Person, 'unitIds'>,
  families: ReadonlySet<string> = new Set(),
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const parameters: unknown[] = [asked.youngPersonId ?? null];
  const on = (value: unknown, condition: (parameter: string) => string): string[] =>
    value === undefined || value === null ? [] : [condition(`$${parameters.push(value)}`)];
  const where = [
    ...on(asked.actorIds, (ids) => `actor_id = ANY (${ids}::uuid[])`),
    ...on(asked.action, (action) => `action = ${action}`),
    ...on(asked.since, (since) => `at >= ${since}`),
    ...on(asked.until, (until) => `at < ${until}`),
    ...on(asked.beforeId, (id) => `id < ${id}`),
    ...on(
      unitIds,
      (ids) => `(unit_id = ANY (${ids}::uuid[]) OR unit_id IS NULL AND ${ofFamilies(parameters, families)})`,
    ),
  ];
  const newest = `ORDER BY id DESC LIMIT $${parameters.push(asked.limit)}`;
  const part = (about: string) =>
    `(SELECT ${COLUMNS} FROM audit_entries WHERE ${[about, ...where].join(' AND ')} ${newest})`;
  return {
    sql: asked.youngPersonId
      ? `${part('young_person_id = $1')} UNION ALL ${part(FOUND)} ${newest}`
      : part('$1::uuid IS NULL'),
    parameters,
  };
}
