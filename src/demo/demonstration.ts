import type { NestExpressApplication } from '@nestjs/platform-express';
import { DEMO_PASSWORD } from '../accounts/demo-accounts.service';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { openABusyHouse } from './a-busy-house';
import { openAccounts } from './accounts';
import { LARCH_HOUSE } from './larch-house';
import { openPilotUnit, PILOT_UNIT } from './pilot-year';

export { DEMO_PASSWORD } from '../accounts/demo-accounts.service';

/** Accounts and made-up data to try the product with; does nothing when they are there. Each unit whole or not at all. */
export async function loadDemonstration(
  app: NestExpressApplication,
  say: (sentence: string) => void,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  const manager = await openAccounts(database, DEMO_PASSWORD, app.get(Clock, { strict: false }).now());
  const isThere = async (unit: string): Promise<boolean> =>
    (await database.rows('SELECT 1 FROM units WHERE name = $1', [unit])).length > 0;
  if (!(await isThere(LARCH_HOUSE))) {
    say(`Opening ${LARCH_HOUSE}, as it might be today.`);
    await database.transaction(() => openABusyHouse(app, manager));
  }
  if (!(await isThere(PILOT_UNIT))) {
    say("Importing the pilot's year. Everybody in the demonstration is made up.");
    await database.transaction(() => openPilotUnit(app, manager));
  }
}
