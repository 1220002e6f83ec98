import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { CouncilSignIn } from '../platform/council-sign-in';
import { Demonstration } from '../platform/demonstration';
import { NotThere } from '../platform/problem';
import { Account } from './account.entity';

/** What all accounts of the demonstration share; it is printed at the start and shown at the sign-in. */
export const DEMO_PASSWORD = 'short-breaks';

@Injectable()
export class DemoAccounts {
  constructor(
    private readonly database: Database,
    private readonly demonstration: Demonstration,
    private readonly council: CouncilSignIn,
  ) {}

  /** Whom one can try the product as; nobody outside the demonstration. */
  async all(): Promise<Account[]> {
    if (!this.demonstration.isOn || this.council.isOn) return [];
    const accounts = await this.database.manager.find(Account, { order: { username: 'ASC' } });
    return accounts.filter(({ username, role }) => username.startsWith(role));
  }

  /** @throws NotThere where the council's sign-in is the only way in. */
  refuseBesideTheCouncils(): void {
    const { settings } = this.council;
    if (settings)
      throw new NotThere(
        'Nobody has a password here. Open /sign-in to sign in with a council account, or send an access token of ' +
          `${settings.issuer} as "Authorization: Bearer …".`,
      );
  }
}
