import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, lchownSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Binaries } from './binaries';
import { Account, commandOf, Runner } from './runner';
import { ServerLog } from './server-log';

export interface Cluster {
  readonly path: string;
  readonly password: string;
}

export interface ClusterOptions {
  readonly directory: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly log: ServerLog;
  readonly say: (sentence: string) => void;
  readonly durable: boolean;
}

const UNFINISHED = 'postgres.new-';
/** Inside the cluster, so that the two are made, moved and backed up as one. */
const PASSWORD = 'short_breaks.password';

/**
 * The cluster in `directory`, made if there is none. It is made aside and renamed into place,
 * so that one half made is never taken for a whole one.
 * @throws Error, the directory untouched, when what is there is not a cluster of our major version.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { directory, runner } = options;
  const path = join(directory, 'postgres');
  removeUnfinished(directory);
  if (isMissing(path)) await create(path, options);
  requireVersion(path, runner.majorVersion);
  if (runner.account !== undefined) handOver(path, runner.account);
  return { path, password: readPassword(path) };
}

function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory).filter((name) => name.startsWith(UNFINISHED))) {
    try {
      remove(join(directory, name));
    } catch {
      // An initdb that outlived its killed app may still be writing there: next time, then.
    }
  }
}

function isMissing(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || (found.isDirectory() && readdirSync(path).length === 0);
}

async function create(path: string, options: ClusterOptions): Promise<void> {
  const { directory, log, say } = options;
  say(`Making a new database in ${path}; this happens once.`);
  log.beginAttempt();
  try {
    const workshop = mkdtempSync(join(directory, UNFINISHED));
    try {
      await createIn(workshop, path, options);
    } finally {
      remove(workshop);
    }
  } catch (problem) {
    throw log.failure('PostgreSQL could not make its database.', problem);
  }
}

async function createIn(workshop: string, path: string, options: ClusterOptions): Promise<void> {
  const { runner } = options;
  const made = join(workshop, 'cluster');
  const password = join(workshop, 'password');
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (runner.account !== undefined) handOver(workshop, runner.account);
  await initdb(made, password, options);
  renameSync(password, join(made, PASSWORD));
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) rmdirSync(path);
  renameSync(made, path);
}

function initdb(made: string, password: string, options: ClusterOptions): Promise<void> {
  const { binaries, runner, durable } = options;
  const args = ['-D', made, '--locale=C', '-E', 'UTF8', '-U', 'postgres'];
  args.push('--auth=scram-sha-256', `--pwfile=${password}`, ...(durable ? [] : ['--no-sync']));
  const command = commandOf(runner, binaries.initdb, args);
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const words: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => words.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(Buffer.concat(words).toString().trim()));
    });
  });
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

function requireVersion(path: string, ours: string): void {
  let theirs: string;
  try {
    theirs = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  } catch (problem) {
    throw new Error(
      `${path} is not a PostgreSQL data directory: move it away, or set DATA_DIR to another directory.`,
      { cause: problem },
    );
  }
  if (theirs === ours) return;
  throw new Error(
    `${path} was made by PostgreSQL ${theirs}, and this is PostgreSQL ${ours}; nothing was touched. ` +
      `Dump it with PostgreSQL ${theirs} and restore the dump into a new DATA_DIR, ` +
      `or set DATABASE_URL to a PostgreSQL ${theirs} server that runs it.`,
  );
}

function handOver(path: string, account: Account): void {
  if (statSync(path).uid === account.uid) return;
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, name), account.uid, account.gid);
  }
  // Last: the top directory's owner says that all of it was handed over.
  chownSync(path, account.uid, account.gid);
}

function readPassword(path: string): string {
  const file = join(path, PASSWORD);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (problem) {
    throw new Error(
      `The database's password cannot be read from ${file}: put the file back from the backup of the data ` +
        'directory, or give this user rights to it, or set DATA_DIR to another directory.',
      { cause: problem },
    );
  }
}
