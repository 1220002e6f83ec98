import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Demonstration } from '../platform/demonstration';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { Account } from './account.entity';
import type { AccountTermsDto, ChangedAccountDto, NewAccountDto } from './account.dto';
import { refuseBadUsername, termsIn, type AccountTerms } from './account-terms';
import { hashPassword } from './sessions.service';

/** Two who close the last two administrators wait for each other here. */
const ADMINISTRATORS = `
  SELECT id FROM accounts
  WHERE role = 'administrator' AND coalesce(opens_at <= $1, true) AND coalesce(closes_at > $1, true)
  ORDER BY id FOR UPDATE`;

const END_SESSIONS = 'DELETE FROM sessions WHERE account_id = $1';

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

export interface Opened {
  readonly account: Account;
  /** Told once, where accounts have passwords of ours. */
  readonly password: string | undefined;
}

/** Who has an account and what for. Every change is on record, and ends what is open under the old terms. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly demonstration: Demonstration,
    private readonly clock: Clock,
  ) {}

  get now(): Date {
    return this.clock.now();
  }

  async all(): Promise<Account[]> {
    return this.database.manager.find(Account, { order: { name: 'ASC', id: 'ASC' } });
  }

  async units(): Promise<NamedUnit[]> {
    return this.database.rows<NamedUnit>('SELECT id, name FROM units ORDER BY created_at, id');
  }

  /** @throws NotThere */
  async one(id: string, tx: EntityManager = this.database.manager): Promise<Account> {
    const account = await tx.findOneBy(Account, { id });
    if (!account) throw new NotThere('There is no such account.');
    return account;
  }

  /** With a password of ours in the demonstration only: elsewhere whoever runs sign-in vouches for people. @throws Misshapen */
  async open(asked: NewAccountDto, by: Person): Promise<Opened> {
    refuseBadUsername(asked.username);
    const terms = await this.terms(asked);
    const password = this.demonstration.isOn ? randomBytes(9).toString('base64url') : undefined;
    const passwordHash = password ? await hashPassword(password) : null;
    return this.database.transaction(async (tx) => {
      const { username } = asked;
      if (await tx.existsBy(Account, { username }))
        throw Misshapen.at('/username', 'Somebody has this user name already: choose another.');
      const account = await tx.save(
        tx.create(Account, { username, ...terms, passwordHash, issuer: null, subject: null }),
      );
      await this.audit.record(tx, by, {
        action: 'account.opened',
        subjectId: account.id,
        after: { username, ...terms },
      });
      return { account, password };
    });
  }

  /** Whatever was open under the old terms ends. @throws NotThere; Misshapen; Refused */
  async change(id: string, asked: ChangedAccountDto, by: Person): Promise<Account> {
    const after = await this.terms(asked);
    return this.database.transaction(async (tx) => {
      const administrators = await this.administrators(tx);
      const account = await this.one(id, tx);
      const before = termsOf(account);
      if (id === by.id && after.role !== before.role)
        throw new Refused('Nobody changes their own role. Ask another administrator.');
      if (after.role !== 'administrator' || isOver(after, this.now)) refuseTheLast(administrators, id);
      await tx.update(Account, { id }, { ...after });
      await this.audit.record(tx, by, {
        ...{ action: 'account.changed', subjectId: id, before, after, reason: asked.reason },
      });
      if (JSON.stringify(before) !== JSON.stringify(after)) await tx.query(END_SESSIONS, [id]);
      return this.one(id, tx);
    });
  }

  /** From now on. @throws NotThere; Refused for the last administrator, and for one that is closed */
  async close(id: string, reason: string, by: Person): Promise<Account> {
    return this.database.transaction(async (tx) => {
      const administrators = await this.administrators(tx);
      const account = await this.one(id, tx);
      if (isOver(account, this.now)) throw new Refused('This account is closed already.');
      refuseTheLast(administrators, id);
      const { opensAt, closesAt } = account;
      const closed = new Date(Math.max(this.now.getTime(), (opensAt?.getTime() ?? 0) + 1));
      await tx.update(Account, { id }, { closesAt: closed });
      await this.audit.record(tx, by, {
        ...{ action: 'account.closed', subjectId: id, reason },
        ...{ before: { closesAt }, after: { closesAt: closed } },
      });
      await tx.query(END_SESSIONS, [id]);
      return this.one(id, tx);
    });
  }

  private async terms(asked: AccountTermsDto): Promise<AccountTerms> {
    return termsIn(asked, new Set((await this.units()).map(({ id }) => id)));
  }

  private async administrators(tx: EntityManager): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }[]>(ADMINISTRATORS, [this.now]);
    return rows.map(({ id }) => id);
  }
}

export function isOver({ closesAt }: Pick<Account, 'closesAt'>, now: Date): boolean {
  return closesAt !== null && closesAt <= now;
}

function refuseTheLast(administrators: readonly string[], id: string): void {
  if (administrators.length === 1 && administrators[0] === id)
    throw new Refused(
      'This is the last administrator: nobody could open accounts any more. Open another first.',
    );
}

function termsOf({ name, role, email, unitIds, team, opensAt, closesAt }: Account): AccountTerms {
  return { name, role, email, unitIds, team, opensAt, closesAt };
}
