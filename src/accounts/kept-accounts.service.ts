import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing, type ListQuery } from '../platform/listing';
import { NotThere } from '../platform/problem';
import { isOpen } from './account-access';
import { Account } from './account.entity';

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** Accounts to be read, and what the units are called that they name. */
@Injectable()
export class KeptAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async page(query: ListQuery): Promise<Listing<Account>> {
    const after = afterOf(query);
    const rows = await this.database.manager
      .createQueryBuilder(Account, 'account')
      .where(after ? '(account.username, account.id) > (:key, :id)' : 'true', after ? { ...after } : {})
      .orderBy({ 'account.username': 'ASC', 'account.id': 'ASC' })
      .limit(limitOf(query) + 1)
      .getMany();
    return listing(rows, query, ({ username }) => username);
  }

  /** @throws NotThere */
  async one(id: string): Promise<Account> {
    const account = await this.database.manager.findOneBy(Account, { id });
    if (!account) throw new NotThere('There is no such account.');
    return account;
  }

  /** Whoever's account it is, as it is now; nobody before it opens and once it is closed. */
  async inUse(id: string): Promise<Person | undefined> {
    const account = await this.database.manager.findOneBy(Account, { id });
    if (!account || !isOpen(account, this.clock.now())) return undefined;
    const { name, role, unitIds, team } = account;
    return { id, name, role, unitIds, team };
  }

  async units(): Promise<NamedUnit[]> {
    return this.database.rows('SELECT id, name FROM units ORDER BY name, id');
  }
}
