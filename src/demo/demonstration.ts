import type { NestExpressApplication } from '@nestjs/platform-express';
import { Database } from '../platform/database';
import { openAccounts } from './accounts';

export const DEMO_PASSWORD = 'short-breaks';

/** Accounts and made-up data to try the product with; does nothing when they are there. */
export async function loadDemonstration(
  app: NestExpressApplication,
  say: (sentence: string) => void,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  await openAccounts(database, DEMO_PASSWORD);
  say('The demonstration is loaded. Everybody in it is made up.');
}
