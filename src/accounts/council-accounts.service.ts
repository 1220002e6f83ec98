import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { CouncilSignIn } from '../platform/council-sign-in';
import { Database } from '../platform/database';
import { NotLetIn } from '../platform/problem';
import { Account } from './account.entity';
import type { Told } from './claims';
import { windowIn } from './visitor-window';

type Kept = Pick<Account, 'name' | 'email' | 'role' | 'unitIds' | 'team'>;

const UNITS = `
  SELECT array_agg(id ORDER BY id) AS ids FROM units WHERE id::text = ANY ($1) OR lower(name) = ANY ($2)`;

/** Accounts of people who sign in with the council: opened and kept as the council says, at every sign-in. */
@Injectable()
export class CouncilAccounts implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly council: CouncilSignIn,
  ) {}

  /** Whoever came in before there was this sign-in comes in through it now. */
  async onApplicationBootstrap(): Promise<void> {
    const { settings } = this.council;
    if (settings)
      await this.database.rows(
        'DELETE FROM sessions USING accounts WHERE accounts.id = account_id AND issuer IS DISTINCT FROM $1',
        [settings.issuer],
      );
  }

  /**
   * The account of whom the council vouches for, brought up to date; written only where something has changed.
   * @throws NotLetIn outside the time the account is open.
   */
  async personOf(told: Told): Promise<Person> {
    const { issuer, subject } = told;
    const account = await this.database.manager.findOneBy(Account, { issuer, subject });
    if (account) this.refuseOutsideWindow(account);
    if (account && isAlike(account, await this.said(told, account))) return personIn(account);
    return personIn(await this.database.transaction((tx) => this.keep(tx, told)));
  }

  /** Ends every session of somebody whom the council gives no role any more. */
  async endSessionsOf(issuer: string, subject: string): Promise<void> {
    await this.database.rows(
      'DELETE FROM sessions USING accounts WHERE accounts.id = account_id AND issuer = $1 AND subject = $2',
      [issuer, subject],
    );
  }

  private async keep(tx: EntityManager, told: Told): Promise<Account> {
    const { issuer, subject } = told;
    const isNew = await this.open(tx, told);
    const account = await tx.findOneOrFail(Account, {
      where: { issuer, subject },
      lock: { mode: 'pessimistic_write' },
    });
    this.refuseOutsideWindow(account);
    const before = keptOf(account);
    const after = await this.said(told, account);
    if (!isNew && isAlike(before, after)) return account;
    const kept = await tx.save(
      Object.assign(account, after, windowIn(after.role, account, this.clock.now())),
    );
    const { id } = kept;
    const was = isNew ? {} : { before };
    const action = isNew ? 'account.opened' : 'account.changed';
    await this.audit.record(tx, personIn(kept), {
      ...{ action, subjectId: id, ...was, after },
      reason: `As ${issuer} says.`,
    });
    return kept;
  }

  /** Under the name the council has for them, or a longer one where somebody else has that. */
  private async open(tx: EntityManager, { issuer, subject, login, name, role }: Told): Promise<boolean> {
    for (const username of [
      login ?? subject,
      `${login ?? subject} (${subject})`,
      `${subject} of ${issuer}`,
    ]) {
      if (await tx.existsBy(Account, { issuer, subject })) return false;
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(Account)
        .values({
          ...{ username, name: name ?? username, role, issuer, subject, unitIds: [] },
          ...windowIn(role, { opensAt: null, closesAt: null }, this.clock.now()),
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length > 0) return true;
    }
    return false;
  }

  /** What the account should be: what the council says, and where it says nothing, what it was. */
  private async said({ role, name, email, units, team }: Told, account: Account): Promise<Kept> {
    return {
      role,
      name: name ?? account.name,
      email: email ?? account.email,
      unitIds: units === undefined ? account.unitIds : await this.idsOf(units),
      team: team === undefined ? account.team : team,
    };
  }

  /** Of units nobody knows here there is nothing to see: what is not found is left out. */
  private async idsOf(units: readonly string[] | 'all'): Promise<string[] | null> {
    if (units === 'all') return null;
    const names = units.map((unit) => unit.toLowerCase());
    const [found] = await this.database.rows<{ ids: string[] | null }>(UNITS, [names, names]);
    return found?.ids ?? [];
  }

  private refuseOutsideWindow({ opensAt, closesAt }: Account): void {
    const now = this.clock.now();
    if (opensAt && opensAt > now)
      throw new NotLetIn('Your account here has not opened yet. Ask your administrator when it does.');
    if (closesAt && closesAt <= now)
      throw new NotLetIn(
        'Your account here has closed. If you still need it, ask your administrator to open it again.',
      );
  }
}

function keptOf({ name, email, role, unitIds, team }: Account): Kept {
  return { name, email, role, unitIds, team };
}

function isAlike(one: Kept, other: Kept): boolean {
  return JSON.stringify(keptOf(one as Account)) === JSON.stringify(keptOf(other as Account));
}

function personIn({ id, name, role, unitIds, team }: Account): Person {
  return { id, name, role, unitIds, team };
}
