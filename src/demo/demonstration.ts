import type { NestExpressApplication } from '@nestjs/platform-express';
import { DEMO_PASSWORD } from '../accounts/demo-accounts.service';
import { Database } from '../platform/database';
import { openABusyHouse } from './a-busy-house';
import { openAccounts } from './accounts';
import { LARCH_HOUSE } from './larch-house';
import { openPilotUnit, PILOT_UNIT } from './pilot-year';

export { DEMO_PASSWORD } from '../accounts/demo-accounts.service';

/** Accounts and made-up data to try the product with; does nothing when they are there. All of it or none. */
export async function loadDemonstration(
  app: NestExpressApplication,
  say: (sentence: string) => void,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  await database.transaction(async () => {
    const manager = await openAccounts(database, DEMO_PASSWORD);
    const isThere = await database.rows('SELECT 1 FROM units WHERE name = $1', [PILOT_UNIT]);
    if (isThere.length > 0) return;
    say(`Loading the demonstration: ${LARCH_HOUSE} as it might be today, and the pilot's year.`);
    await openABusyHouse(app, manager);
    await openPilotUnit(app, manager);
    say('The demonstration is loaded. Everybody in it is made up.');
  });
}
