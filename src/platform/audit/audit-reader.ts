import { Injectable } from '@nestjs/common';
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

/** Reads the audit trail, newest first: of the reader's own units, and what concerns no unit. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async find(asked: Asked, reader: Pick<Person, 'unitIds'>): Promise<Recorded[]> {
    const { sql, parameters } = question(asked, reader);
    return this.database.rows<Recorded>(sql, parameters);
  }
}

/** A question and what it asks for; each part only where it is asked, so that the plan fits. */
export function question(
  asked: Asked,
  { unitIds }: Pick<Person, 'unitIds'>,
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
    ...on(unitIds, (ids) => `(unit_id = ANY (${ids}::uuid[]) OR unit_id IS NULL)`),
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
