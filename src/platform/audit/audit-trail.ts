import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { prepared } from '../prepared';
import { requestId } from '../request-context';

export interface AuditEntry {
  /** Noun and past verb, such as `stay.confirmed`. */
  readonly action: string;
  readonly unitId?: string | null;
  readonly youngPersonId?: string | null;
  readonly subjectId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
}

/**
 * Writes entries: a statement, or part of one that changes something anyhow. Of its five parameters, in the order of
 * `AuditTrail.parameters`, the first is `$first`.
 */
export function entriesFrom(first: number): string {
  const [id, name, role, entries, request] = [0, 1, 2, 3, 4].map((next) => `$${first + next}`);
  return `
  INSERT INTO audit_entries (actor_id, actor_name, actor_role, action, unit_id, young_person_id, subject_id,
    before, after, reason, request_id)
  SELECT ${id}, ${name}, ${role}, entry.action, entry."unitId", entry."youngPersonId", entry."subjectId",
    entry.before, entry.after, entry.reason, ${request}
  FROM jsonb_to_recordset(${entries}::jsonb) AS entry(action text, "unitId" uuid, "youngPersonId" uuid, "subjectId" uuid,
    before jsonb, after jsonb, reason text)`;
}

const APPEND = prepared('audit', entriesFrom(1));

/** Who did what, when and why; written in the same transaction as the change, never altered. */
@Injectable()
export class AuditTrail {
  async record(tx: EntityManager, by: Actor, ...entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length > 0) await tx.query(APPEND, this.parameters(by, ...entries));
  }

  /** For a statement that writes its own entries, by `entriesFrom`. */
  parameters(by: Actor, ...entries: readonly AuditEntry[]): unknown[] {
    return [by.id, by.name, by.role, JSON.stringify(entries), requestId() ?? null];
  }
}
