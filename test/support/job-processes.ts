import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const DIST = join(process.cwd(), 'dist');

/**
 * Does `linger` until the gate is opened, and `count` at the times told; writes down in `done_jobs` what it begins and
 * ends. On SIGTERM it stops as the product does.
 */
const SCRIPT = `
  const { Pool } = require('pg');
  const { Jobs } = require(${JSON.stringify(join(DIST, 'src/platform/jobs/jobs.js'))});
  const [url, cron] = process.argv.slice(1);
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const note = (job, what) => pool.query('INSERT INTO done_jobs (job, what, pid) VALUES ($1, $2, $3)', [job, what, process.pid]);
  const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
  const isShut = async () => (await pool.query('SELECT FROM opened_gates')).rowCount === 0;
  const jobs = new Jobs(url, { now: () => new Date() });
  jobs.handle('linger', async ({ name }) => {
    await note(name, 'began');
    while (await isShut()) await wait();
    await note(name, 'ended');
  });
  jobs.every('count', cron, () => note('count', 'ended'));
  jobs.start().then(() => console.log('ready'));
  process.once('SIGTERM', () => jobs.onModuleDestroy().then(() => process.exit(0)));
`;

export const TABLES = `
  CREATE TABLE done_jobs (job text, what text, pid int, at timestamptz DEFAULT clock_timestamp());
  CREATE TABLE opened_gates ()`;

/** Workers of the built product in processes of their own, so that they can be killed. */
export class JobProcesses {
  private readonly children: ChildProcess[] = [];

  constructor(
    private readonly url: string,
    private readonly cron: string,
  ) {}

  async start(): Promise<ChildProcess> {
    const args = ['-e', SCRIPT, this.url, this.cron];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.children.push(child);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error('The workers did not start.');
    return child;
  }

  async end(pid: number | undefined, signal: NodeJS.Signals): Promise<void> {
    const child = this.children.find((each) => each.pid === pid);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async endAll(): Promise<void> {
    await Promise.all(this.children.map(({ pid }) => this.end(pid, 'SIGKILL')));
  }
}
