import type { DataSource } from 'typeorm';
import type { Environment } from '../../config/environment';
import { migrate, urlOf } from './migrate';
import { appRoleOf, giveRights, makeRole, opens, ownsAll, urlAs } from './rights';

type Told = Pick<Environment, 'databaseUrl' | 'migrationsDatabaseUrl' | 'production'>;

/**
 * Brings the database up to date as its owner, and lets the application in with a role of its own.
 * @returns the address the application comes by.
 * @throws Error in production, where the application would have the rights of the owner all the same.
 */
export async function setUp(
  owner: DataSource,
  environment: Told,
  say: (sentence: string) => void,
): Promise<string> {
  const migrated = await migrate(owner);
  if (migrated.length > 0) say(`Brought the database up to date: ${migrated.join(', ')}.`);
  const { url, why } =
    environment.migrationsDatabaseUrl === undefined
      ? await derived(owner)
      : await given(owner, environment.databaseUrl ?? '');
  if (why === undefined) return url;
  if (environment.production) throw new Error(asOwner(why));
  say(asOwner(why));
  return url;
}

/** How the application comes in; and why as an owner, if it does. */
interface WayIn {
  readonly url: string;
  readonly why?: string;
}

/** Whoever keeps the server made two roles: the application's gets its rights, and keeps its password. */
async function given(owner: DataSource, url: string): Promise<WayIn> {
  const role = decodeURIComponent(new URL(url).username);
  if (await ownsAll(owner, role))
    return { url, why: 'the role of DATABASE_URL owns it, or may act as its owner' };
  await giveRights(owner, role);
  return { url };
}

async function derived(owner: DataSource): Promise<WayIn> {
  const ownerUrl = urlOf(owner);
  const role = appRoleOf(ownerUrl);
  const url = urlAs(role, ownerUrl);
  try {
    await makeRole(owner, role, url);
    await giveRights(owner, role.name);
    if (await opens(url)) return { url };
    return { url: ownerUrl, why: 'the role made for it cannot come in' };
  } catch (error) {
    return { url: ownerUrl, why: error instanceof Error ? error.message : String(error) };
  }
}

const asOwner = (why: string): string =>
  `The application works with the rights of the database’s owner, because ${why}. Its audit trail is then guarded by ` +
  'triggers alone. Let the role of DATABASE_URL make roles, or name two: the application’s in DATABASE_URL and the ' +
  'owner’s in MIGRATIONS_DATABASE_URL.';
