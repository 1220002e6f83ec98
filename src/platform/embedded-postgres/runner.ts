import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Binaries } from './binaries';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How PostgreSQL's programs are run here: as root they refuse to. */
export interface Runner {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** The account to become, which must own the cluster; absent means to stay who we are. */
  readonly account?: Account;
  readonly majorVersion: string;
}

const ONE_USER_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * An ordinary user runs the programs directly; root in a user namespace where it is not root, or else
 * as `nobody`. A cluster that already belongs to an account is run by that account.
 * @throws Error saying what to do when the programs do not run, or the account cannot reach them.
 */
export function chooseRunner(binaries: Binaries, directory: string): Runner {
  const owner = statSync(join(directory, 'postgres'), { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner !== undefined && self !== undefined && owner.uid !== self) {
      throw new Error(
        `${join(directory, 'postgres')} belongs to another user (uid ${owner.uid}): ` +
          `start as that user, or run "chown -R ${self} ${directory}" as root.`,
      );
    }
    return { prefix: [], majorVersion: probe(binaries, []) };
  }
  if (owner === undefined || owner.uid === 0) {
    try {
      return { prefix: ONE_USER_NAMESPACE, majorVersion: probe(binaries, ONE_USER_NAMESPACE) };
    } catch {
      // User namespaces are forbidden here, as in many containers.
    }
  }
  const account = owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
  for (const needed of [binaries.folder, directory]) requireReach(needed, account);
  return { prefix: [], account, majorVersion: probe(binaries, [], account) };
}

/** A program of PostgreSQL's as `spawn` wants it; no locale and no PG… setting of the user's reaches it. */
export function commandOf(
  { prefix, account }: Pick<Runner, 'prefix' | 'account'>,
  program: string,
  args: string[],
) {
  const [file = program, ...rest] = [...prefix, program, ...args];
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$)/.test(name));
  const env: NodeJS.ProcessEnv = { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
  return { file, args: rest, options: { env, windowsHide: true, ...account } };
}

function probe(binaries: Binaries, prefix: readonly string[], account?: Account): string {
  const command = commandOf({ prefix, ...(account && { account }) }, binaries.postgres, ['--version']);
  const { stdout, stderr, error } = spawnSync(command.file, command.args, {
    ...command.options,
    encoding: 'utf8',
  });
  const version = /PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (version !== undefined) return version;
  throw new Error(
    `The packaged PostgreSQL does not run on this machine (${error?.message ?? stderr.trim()}): ` +
      'set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function nobody(): Account {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (entry !== null) return { uid: Number(entry[1]), gid: Number(entry[2]) };
  throw new Error(
    'PostgreSQL refuses to run as root, and there is neither a user namespace nor an account "nobody" ' +
      'to run it under: start as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function requireReach(needed: string, account: Account): void {
  const closed = [...ancestors(needed), needed].find(
    (path) => spawnSync('test', ['-x', path], { ...account, stdio: 'ignore' }).status !== 0,
  );
  if (closed === undefined) return;
  throw new Error(
    `PostgreSQL refuses to run as root, and as the account with uid ${account.uid} it cannot enter ${closed}: ` +
      `run "chmod o+x ${closed}", or keep the project and DATA_DIR elsewhere, or start as an ordinary user, ` +
      'or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...ancestors(parent), parent];
}
