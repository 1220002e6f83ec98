import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClosedWhy, TaskKind, TaskOwner } from '../domain/task';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';

export interface NewTask {
  /** Says what it is raised for, such as `overstay:hours:` and the stay's id: the same key is the same task, for ever. */
  readonly key: string;
  readonly unitId: string;
  readonly kind: TaskKind;
  readonly youngPersonId?: string;
  readonly stayId?: string;
  /** A sentence that names nobody. */
  readonly words: string;
  readonly ownerRole: TaskOwner;
  readonly dueAt: Date;
  /** A path of ours, where it is done. */
  readonly link?: string;
}

/** Which open tasks: by the keys they were raised with, or a stay's of one kind. */
export type WhichTasks =
  { readonly keys: readonly string[] } | { readonly stayId: string; readonly kind: TaskKind };

export interface Closing {
  readonly why: ClosedWhy;
  readonly words: string;
}

interface Changed {
  readonly id: string;
  readonly unitId: string;
  readonly youngPersonId: string | null;
  readonly kind: TaskKind;
  readonly ownerRole: TaskOwner;
  readonly dueAt: Date;
}

const CHANGED = `id, unit_id AS "unitId", young_person_id AS "youngPersonId", kind, owner_role AS "ownerRole",
  due_at AS "dueAt"`;

/** In the order of their keys, so that two who raise the same wait for each other in one order. */
const RAISE = `
  INSERT INTO tasks (raise_key, unit_id, kind, young_person_id, stay_id, words, owner_role, due_at, link, raised_at)
  SELECT key, "unitId", kind, "youngPersonId", "stayId", words, "ownerRole", "dueAt", link, $2
  FROM jsonb_to_recordset($1::jsonb) AS asked(key text, "unitId" uuid, kind text, "youngPersonId" uuid,
    "stayId" uuid, words text, "ownerRole" text, "dueAt" timestamptz, link text)
  ORDER BY key
  ON CONFLICT (raise_key) DO NOTHING
  RETURNING ${CHANGED}`;

const SETTLE = `
  UPDATE tasks SET done_at = $4, done_by_id = $5, done_by_name = $6, done_words = $7, closed_why = $8
  WHERE done_at IS NULL AND (raise_key = ANY ($1::text[]) OR stay_id = $2 AND kind = $3)
  RETURNING ${CHANGED}`;

/** What the product raises for people to do, and what it sees done by itself. */
@Injectable()
export class Tasks {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A key raised before, by whichever process and whether or not it is done since, is raised no more. */
  async raise(tx: EntityManager, by: Actor, ...tasks: readonly NewTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const raised = await tx.query<Changed[]>(RAISE, [JSON.stringify(tasks), this.clock.now()]);
    const entries = raised.map(({ kind, ownerRole, dueAt, ...task }) => ({
      ...entryOf('task.raised', task),
      after: { kind, ownerRole, dueAt },
    }));
    await this.audit.record(tx, by, ...entries);
  }

  /** Closes what is open of them; `words` say why, or what was done. */
  async settle(tx: EntityManager, by: Actor, which: WhichTasks, { why, words }: Closing): Promise<void> {
    const { keys, stayId, kind } = { keys: null, stayId: null, kind: null, ...which };
    const closing = [this.clock.now(), by.id, by.name, words, why];
    const [settled] = await tx.query<[Changed[], number]>(SETTLE, [keys, stayId, kind, ...closing]);
    const entries = settled.map((task) => ({
      ...entryOf('task.settled', task),
      after: { closedWhy: why },
      reason: words,
    }));
    await this.audit.record(tx, by, ...entries);
  }
}

function entryOf(
  action: string,
  { id, unitId, youngPersonId }: Pick<Changed, 'id' | 'unitId' | 'youngPersonId'>,
) {
  return { action, unitId, youngPersonId, subjectId: id };
}
