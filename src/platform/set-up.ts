import type { DataSource } from 'typeorm';
import type { Environment } from '../../config/environment';
import { migrate, urlOf } from './migrate';
import { appRoleOf, giveRights, makeRole, opens, urlAs } from './rights';

type Told = Pick<Environment, 'databaseUrl' | 'migrationsDatabaseUrl'>;

/**
 * Brings the database up to date as its owner, and lets the application in with a role of its own.
 * @returns the address the application comes by.
 */
export async function setUp(
  owner: DataSource,
  environment: Told,
  say: (sentence: string) => void,
): Promise<string> {
  const migrated = await migrate(owner);
  if (migrated.length > 0) say(`Brought the database up to date: ${migrated.join(', ')}.`);
  return environment.migrationsDatabaseUrl === undefined ? derived(owner, say) : given(owner, environment);
}

/** Whoever keeps the server made two roles: the application's gets its rights, and keeps its password. */
async function given(owner: DataSource, { databaseUrl = '' }: Told): Promise<string> {
  await giveRights(owner, decodeURIComponent(new URL(databaseUrl).username));
  return databaseUrl;
}

async function derived(owner: DataSource, say: (sentence: string) => void): Promise<string> {
  const ownerUrl = urlOf(owner);
  const role = appRoleOf(ownerUrl);
  const url = urlAs(role, ownerUrl);
  try {
    await makeRole(owner, role, url);
    await giveRights(owner, role.name);
    if (await opens(url)) return url;
    say(asOwner('the role made for it cannot come in'));
  } catch (error) {
    say(asOwner(error instanceof Error ? error.message : String(error)));
  }
  return ownerUrl;
}

const asOwner = (why: string): string =>
  `The application works with the rights of the database’s owner, because ${why}. Its audit trail is then guarded by ` +
  'triggers alone. Let the role of DATABASE_URL make roles, or name two: the application’s in DATABASE_URL and the ' +
  'owner’s in MIGRATIONS_DATABASE_URL.';
