import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { CouncilSignIn } from '../platform/council-sign-in';
import { Database } from '../platform/database';
import { Misshapen, NotSignedIn, NotThere, Refused } from '../platform/problem';
import {
  accessAfter,
  accessOf,
  isOpen,
  isSame,
  refuseWhatTheCouncilSays,
  type Access,
} from './account-access';
import type { AccountChangeDto, NewAccountDto } from './account.dto';
import { Account } from './account.entity';
import { hashPassword } from './sessions.service';

export interface Opened {
  readonly account: Account;
  /** Kept nowhere: whoever opened the account hands it on. */
  readonly oneTimePassword: string;
}

const NOTHING: Access = { role: 'staff', unitIds: [], team: null, opensAt: null, closesAt: null };

const USERNAME = /^[a-z0-9][a-z0-9.-]*$/;
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** Always in one order, so that two administrators who shut each other out wait for one another. */
const LOCK = `
  SELECT id FROM accounts WHERE role = 'administrator' OR id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`;

/** Accounts as an administrator keeps them: what somebody may do, where and until when. Never about a child. */
@Injectable()
export class AccountKeeping {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly council: CouncilSignIn,
  ) {}

  /** @throws Refused where accounts open by themselves, or the name is somebody else's; Misshapen. */
  async open(asked: NewAccountDto, by: Person): Promise<Opened> {
    this.refuseBesideTheCouncil();
    refuseUnusable(asked);
    const { username, name, email = null } = asked;
    const access = accessAfter(NOTHING, asked, this.clock.now());
    await this.refuseUnknownUnits(access.unitIds);
    const oneTimePassword = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(oneTimePassword);
    const account = await this.database.transaction(async (tx) => {
      const opened = await tx
        .createQueryBuilder()
        .insert()
        .into(Account)
        .values({ username, name, email, passwordHash, ...access })
        .orIgnore()
        .returning('id')
        .execute();
      const [{ id } = { id: undefined }] = opened.raw as { id: string }[];
      if (id === undefined) throw new Refused('Somebody has that user name already. Choose another.');
      const after = { username, name, email, ...access };
      await this.audit.record(tx, by, { action: 'account.opened', subjectId: id, after });
      return tx.findOneByOrFail(Account, { id });
    });
    return { account, oneTimePassword };
  }

  /** What changes ends every session of the account. @throws Refused, Misshapen, NotThere */
  async change(id: string, { reason, ...asked }: AccountChangeDto, by: Person): Promise<Account> {
    return this.rewrite(id, by, 'account.changed', reason, async (before) => {
      const after = accessAfter(before, asked, this.clock.now());
      refuseWhatTheCouncilSays(before, after, this.council.settings);
      if (isSame(before, after))
        throw Misshapen.at('/role', 'Nothing is different yet. Change the role, units, team or time.');
      await this.refuseUnknownUnits(after.unitIds);
      return after;
    });
  }

  /** From now on nobody can use it; a later change can open it again. @throws Refused, NotThere */
  async close(id: string, reason: string, by: Person): Promise<Account> {
    return this.rewrite(id, by, 'account.closed', reason, (before) => {
      const now = this.clock.now();
      if (before.closesAt && before.closesAt <= now) throw new Refused('This account is closed already.');
      // A window has to begin before it ends, even one that never opened.
      const { opensAt } = before;
      const began = opensAt && opensAt >= now ? new Date(now.getTime() - 1) : opensAt;
      return { ...accessOf(before), opensAt: began, closesAt: now };
    });
  }

  refuseBesideTheCouncil(): void {
    if (this.council.isOn)
      throw new Refused(
        'Accounts open by themselves here, when somebody first signs in with the council. ' +
          'Give them their role there, and ask them to sign in.',
      );
  }

  private async rewrite(
    id: string,
    by: Person,
    action: string,
    reason: string,
    accessFrom: (before: Account) => Access | Promise<Access>,
  ): Promise<Account> {
    if (id === by.id)
      throw new Refused('Nobody changes or closes their own account. Ask another administrator to do it.');
    return this.database.transaction(async (tx) => {
      await tx.query(LOCK, [[id, by.id]]);
      await this.refuseUnlessStillAdministrator(tx, by);
      const account = await tx.findOneBy(Account, { id });
      if (!account) throw new NotThere('There is no such account.');
      const [before, after] = [accessOf(account), await accessFrom(account)];
      await this.refuseWithoutAdministrator(tx, account, after);
      await this.audit.record(tx, by, { action, subjectId: id, before, after, reason });
      await tx.query('DELETE FROM sessions WHERE account_id = $1', [id]);
      return tx.save(Object.assign(account, after));
    });
  }

  /** Somebody may have closed it between the question and the lock. */
  private async refuseUnlessStillAdministrator(tx: EntityManager, by: Person): Promise<void> {
    const own = await tx.findOneBy(Account, { id: by.id });
    if (own?.role !== by.role || !isOpen(own, this.clock.now()))
      throw new NotSignedIn('Your own account was changed or closed meanwhile. Sign in again.');
  }

  private async refuseWithoutAdministrator(
    tx: EntityManager,
    account: Account,
    after: Access,
  ): Promise<void> {
    const issuer = this.council.settings?.issuer ?? null;
    const stands = (each: Access) =>
      each.role === 'administrator' && each.closesAt === null && isOpen(each, this.clock.now());
    if (account.issuer !== issuer || !stands(account) || stands(after)) return;
    const administrators = await tx.findBy(Account, { role: 'administrator' });
    if (administrators.some((each) => each.id !== account.id && each.issuer === issuer && stands(each)))
      return;
    throw new Refused(
      'This is the last administrator whose account is open without an end. Make somebody else one first.',
    );
  }

  private async refuseUnknownUnits(unitIds: readonly string[] | null): Promise<void> {
    const found = await this.database.rows<{ id: string }>(
      'SELECT id FROM units WHERE id = ANY ($1::uuid[])',
      [unitIds ?? []],
    );
    const unknown = unitIds?.findIndex((id) => !found.some((unit) => unit.id === id)) ?? -1;
    if (unknown >= 0) throw Misshapen.at(`/unitIds/${unknown}`, 'There is no such unit. Name one there is.');
  }
}

function refuseUnusable({ username, email, unitIds }: NewAccountDto): void {
  const wrong = [
    ...(USERNAME.test(username)
      ? []
      : [{ pointer: '/username', detail: 'Use small letters, digits, dots and hyphens, such as jo.smith.' }]),
    ...(!email || EMAIL.test(email)
      ? []
      : [{ pointer: '/email', detail: 'Enter an address such as jo.smith@council.example.' }]),
    ...(unitIds === undefined
      ? [{ pointer: '/unitIds', detail: 'Name the units this account is for, or null for every one.' }]
      : []),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
}
