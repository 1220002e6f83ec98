import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { mayDoTaskOf, rolesThatMayDo } from '../domain/task';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, NotAllowed, Refused } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import { TasksReader, type Task } from './tasks.reader';

const LOCK = 'SELECT 1 FROM tasks WHERE id = $1 FOR UPDATE';

const COMPLETE = `
  UPDATE tasks SET done_at = $2, done_by_id = $3, done_by_name = $4, done_words = $5, closed_why = 'done'
  WHERE id = $1`;

/** Whether the mix goes on is decided again by somebody else than whoever claimed the bed. */
const OWN_CLAIM = 'SELECT FROM emergency_claims WHERE stay_id = $1 AND claimed_by_id = $2';

const HAND_OVER = 'UPDATE tasks SET owner_id = $2 WHERE id = $1';

/** What people do with a task: take it, hand it over, say what was done; each once it is theirs to do. */
@Injectable()
export class TaskActs {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere; NotAllowed when it belongs to somebody above; Refused when it is closed already. */
  async complete(id: string, words: string, by: Person): Promise<Task> {
    return this.change(id, by, async (tx, task) => {
      await refuseOwnReview(tx, task, by);
      await tx.query(COMPLETE, [id, this.clock.now(), by.id, by.name, words]);
      return { ...entryOf('task.done', task), reason: words };
    });
  }

  /** To oneself or to a colleague. @throws NotThere; NotAllowed; Refused; Misshapen when they may not do it. */
  async handOver(id: string, accountId: string, by: Person): Promise<Task> {
    return this.change(id, by, async (tx, task) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account || !mayDoTaskOf(account.role, task.ownerRole))
        throw Misshapen.at('/accountId', `Choose somebody who may do it: ${sayOwners(task)}.`);
      await tx.query(HAND_OVER, [id, accountId]);
      return {
        ...entryOf('task.handed-over', task),
        before: { ownerId: task.ownerId },
        after: { ownerId: accountId },
      };
    });
  }

  /** By name; those who may do it. */
  async colleaguesFor({ ownerRole }: Task): Promise<Pick<Account, 'id' | 'name'>[]> {
    const roles = rolesThatMayDo(ownerRole).map((role) => ({ role }));
    return this.database.manager.find(Account, {
      where: roles,
      order: { name: 'ASC' },
      select: { id: true, name: true },
    });
  }

  private async change(
    id: string,
    by: Person,
    act: (tx: EntityManager, task: Task) => Promise<Parameters<AuditTrail['record']>[2]>,
  ): Promise<Task> {
    return this.database.transaction(async (tx) => {
      await tx.query(LOCK, [id]);
      const task = await this.tasks.one(id, by);
      if (!mayDoTaskOf(by.role, task.ownerRole))
        throw new NotAllowed(
          `This task belongs to somebody above you. It can be done by: ${sayOwners(task)}.`,
        );
      if (task.doneAt) throw new Refused(`This task is closed already, by ${task.doneByName ?? 'somebody'}.`);
      await this.audit.record(tx, by, await act(tx, task));
      return this.tasks.one(id, by);
    });
  }
}

async function refuseOwnReview(tx: EntityManager, { kind, stayId }: Task, by: Person): Promise<void> {
  if (kind !== 'mix-review') return;
  const own = await tx.query<unknown[]>(OWN_CLAIM, [stayId, by.id]);
  if (own.length > 0)
    throw new Refused(
      'You claimed this bed in the emergency, so somebody else has to review who is together: hand it to another manager or a deputy.',
    );
}

function entryOf(action: string, { id, unitId, youngPersonId }: Task) {
  return { action, unitId, youngPersonId, subjectId: id };
}

function sayOwners({ ownerRole }: Task): string {
  return rolesThatMayDo(ownerRole)
    .map((role) => ROLE_NAMES[role].toLowerCase())
    .join(', ');
}
