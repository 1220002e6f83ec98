import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'pg';
import { openAccounts, PASSWORD, type User } from './accounts';
import { cloneDatabase } from './databases';
import { bodyOf, KeepAlive } from './keep-alive';

const MAIN = join(process.cwd(), 'dist/src/main.js');
const ENOUGH = 60_000;

/** As `npm start` starts it. */
const USUAL = ['--max-semi-space-size=64'];

/** The built product in processes of its own on one database, as two servers behind one address would be. */
export interface Processes {
  readonly databaseUrl: string;
  readonly sql: Pool;
  readonly addresses: readonly string[];
  /** Of each process, for the system's own counts. */
  readonly pids: readonly number[];
  /** One client for each process, signed in. */
  clientsOf(user: User): Promise<readonly KeepAlive[]>;
  /** What went wrong on a server's side, in its own words. */
  complaints(): string;
  /** As a crash would end one of them. */
  kill(index: number): Promise<void>;
  startAnother(): Promise<void>;
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly count?: number;
  readonly poolSize?: number;
  readonly nodeOptions?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** The demonstration stays off: its accounts and children are none of the tests' business, so they open their own. */
export async function startProcesses({
  count = 2,
  poolSize = 10,
  nodeOptions = [],
  settings = {},
}: Surroundings = {}): Promise<Processes> {
  const database = await cloneDatabase();
  const sql = new Pool({ connectionString: database.url, max: 4 });
  await openAccounts((text, parameters) => sql.query(text, parameters), new Date());
  const environment = {
    ...{ DATABASE_URL: database.url, POOL_SIZE: String(poolSize), RATE_LIMIT: '100000000' },
    ...settings,
  };
  const running = await Promise.all(Array.from({ length: count }, () => start(environment, nodeOptions)));
  const addresses = running.map(({ address }) => address);
  const clients = new Map<User, readonly KeepAlive[]>();
  return {
    databaseUrl: database.url,
    sql,
    addresses,
    pids: running.flatMap(({ child }) => child.pid ?? []),
    clientsOf: async (user) => {
      const before = clients.get(user);
      if (before) return before;
      const token = await signIn(addresses[0] ?? '', user);
      const signedIn = addresses.map((address) => new KeepAlive(address, token));
      clients.set(user, signedIn);
      return signedIn;
    },
    complaints: () => running.map(({ complaints }) => complaints.join('')).join(''),
    kill: async (index) => {
      const child = running[index]?.child;
      if (child) await stop(child, 'SIGKILL');
    },
    startAnother: async () => {
      running.push(await start(environment, nodeOptions));
    },
    stop: async () => {
      for (const client of [...clients.values()].flat()) client.close();
      await Promise.all(running.map(({ child }) => stop(child)));
      await sql.end();
      await database.drop();
    },
  };
}

async function signIn(address: string, user: User): Promise<string> {
  const client = new KeepAlive(address);
  const answer = await client.post('/api/sign-in', { user, password: PASSWORD });
  client.close();
  return (bodyOf(answer) as { token: string }).token;
}

async function start(environment: NodeJS.ProcessEnv, nodeOptions: readonly string[]) {
  const child = spawn(process.execPath, [...USUAL, ...nodeOptions, MAIN], {
    env: { ...process.env, ...environment, DEMO: 'off', HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.on('data', (part: Buffer) => complaints.push(part.toString()));
  const address = await addressOf(child, complaints);
  await untilReady(address);
  return { child, address, complaints };
}

/** It listens on a free port of its own choosing and says which. */
function addressOf(child: ChildProcess, complaints: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /ready at (http:\S+)\n/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}${complaints.join('')}`)));
  });
}

async function untilReady(address: string): Promise<void> {
  const client = new KeepAlive(address);
  const until = Date.now() + ENOUGH;
  while ((await client.get('/health/ready')).status !== 200) {
    if (Date.now() > until) throw new Error('The product is not ready after a minute.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  client.close();
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
