import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { Demonstration } from '../platform/demonstration';
import { Account } from './account.entity';

/** What all accounts of the demonstration share; it is printed at the start and shown at the sign-in. */
export const DEMO_PASSWORD = 'short-breaks';

@Injectable()
export class DemoAccounts {
  constructor(
    private readonly database: Database,
    private readonly demonstration: Demonstration,
  ) {}

  /** Whom one can try the product as; nobody outside the demonstration. */
  async all(): Promise<Account[]> {
    if (!this.demonstration.isOn) return [];
    const accounts = await this.database.manager.find(Account, { order: { username: 'ASC' } });
    return accounts.filter(({ username, role }) => username.startsWith(role));
  }
}
