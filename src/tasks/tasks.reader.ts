import { Injectable } from '@nestjs/common';
import {
  isTaskOf,
  TASK_OWNERS,
  type ClosedWhy,
  type TaskKind,
  type TaskOwner,
  type TaskState,
} from '../domain/task';
import { unitsOf } from '../platform/about/families-of';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { may } from '../platform/may';
import { NotThere } from '../platform/problem';
import type { TaskQuery } from './task.dto';

export interface Task {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: TaskKind;
  readonly youngPersonId: string | null;
  /** Nobody's where the reader may not know who stays. */
  readonly youngPersonName: string | null;
  readonly stayId: string | null;
  readonly words: string;
  readonly ownerRole: TaskOwner;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueAt: Date;
  readonly raisedAt: Date;
  readonly link: string | null;
  readonly doneAt: Date | null;
  readonly doneById: string | null;
  readonly doneByName: string | null;
  readonly doneWords: string | null;
  readonly closedWhy: ClosedWhy | null;
}

const TASKS = `
  SELECT tasks.id, tasks.unit_id AS "unitId", units.name AS "unitName", kind, young_person_id AS "youngPersonId",
    given_name || ' ' || family_name AS "youngPersonName", stay_id AS "stayId", words, owner_role AS "ownerRole",
    owner_id AS "ownerId", accounts.name AS "ownerName", due_at AS "dueAt", raised_at AS "raisedAt", link,
    done_at AS "doneAt", done_by_id AS "doneById", done_by_name AS "doneByName", done_words AS "doneWords",
    closed_why AS "closedWhy"
  FROM tasks
    JOIN units ON units.id = tasks.unit_id
    LEFT JOIN young_people ON young_people.id = young_person_id
    LEFT JOIN accounts ON accounts.id = owner_id`;

const CHOSEN = `($1::uuid IS NULL OR tasks.unit_id = $1) AND ($2::text IS NULL OR owner_role = $2)
    AND ($8::uuid[] IS NULL OR tasks.unit_id = ANY ($8))
    AND ($6::uuid IS NULL OR owner_id = $6 OR owner_id IS NULL AND owner_role = ANY ($7::text[]))`;

const PAGES: Readonly<Record<TaskState, string>> = {
  open: `${TASKS}
    WHERE done_at IS NULL AND ${CHOSEN} AND ($3::timestamptz IS NULL OR (due_at, tasks.id) > ($3, $4))
    ORDER BY due_at, tasks.id LIMIT $5`,
  done: `${TASKS}
    WHERE done_at IS NOT NULL AND ${CHOSEN} AND ($3::timestamptz IS NULL OR (done_at, tasks.id) < ($3, $4))
    ORDER BY done_at DESC, tasks.id DESC LIMIT $5`,
};

const OF_UNIT = `${TASKS} WHERE tasks.unit_id = $1 AND done_at IS NULL ORDER BY due_at, tasks.id`;

const OF_STAYS = `${TASKS} WHERE stay_id = ANY ($1::uuid[]) ORDER BY done_at IS NOT NULL, due_at, tasks.id`;

@Injectable()
export class TasksReader {
  constructor(private readonly database: Database) {}

  /**
   * Open ones unless those done are asked for: the longest overdue first, or the last done. `mine`: taken by whoever
   * asks, or by nobody yet and of their role. @throws Misshapen
   */
  async list(query: TaskQuery & { readonly mine?: boolean }, by: Person): Promise<Listing<Task>> {
    const { state = 'open', unitId = null, ownerRole = null, mine = false } = query;
    const after = afterOf(query);
    const page = [after?.key ?? null, after?.id ?? null, limitOf(query) + 1];
    const own = mine ? [by.id, TASK_OWNERS.filter((owner) => isTaskOf(by.role, owner))] : [null, null];
    const rows = await this.database.rows<Task>(PAGES[state], [
      unitId,
      ownerRole,
      ...page,
      ...own,
      unitsOf(by),
    ]);
    const keyOf = ({ dueAt, doneAt }: Task) => (doneAt ?? dueAt).toISOString();
    const { items, nextCursor } = listing(rows, query, keyOf);
    return { items: items.map((task) => seenBy(task, by)), nextCursor };
  }

  /** @throws NotThere */
  async one(id: string, by: Person): Promise<Task> {
    const [task] = await this.database.rows<Task>(`${TASKS} WHERE tasks.id = $1`, [id]);
    if (!task) throw new NotThere('There is no such task.');
    return seenBy(task, by);
  }

  /** What is open in a unit, the longest overdue first; with names, for those who know who stays. */
  async ofUnit(unitId: string): Promise<Task[]> {
    return this.database.rows<Task>(OF_UNIT, [unitId]);
  }

  /** Everything raised about these stays, what is open first. */
  async ofStays(stayIds: readonly string[], by: Person): Promise<Task[]> {
    const tasks = await this.database.rows<Task>(OF_STAYS, [stayIds]);
    return tasks.map((task) => seenBy(task, by));
  }
}

/** Those who oversee the unit read what the product wrote, not who stays nor what others wrote (domain.md §2). */
function seenBy(task: Task, by: Person): Task {
  if (may(by.role, 'know who stays')) return task;
  return {
    ...task,
    youngPersonName: null,
    doneWords: task.doneById === by.id || task.doneById === null ? task.doneWords : null,
  };
}
