import { Database } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs/jobs';
import { JobProcesses, TABLES } from '../support/job-processes';
import { startProduct, type Product } from '../support/product';

let product: Product;
let jobs: Jobs;
let processes: JobProcesses;
const done: string[] = [];

/** Ten minutes ago, each day: the next such time is a day away, whenever the test runs. */
const missed = new Date(Date.now() - 10 * 60_000);
const CRON = `${missed.getUTCMinutes()} ${missed.getUTCHours()} * * *`;

beforeAll(async () => {
  product = await startProduct();
  jobs = product.app.get(Jobs);
  jobs.handle('note', ({ name }: { name: string }) => {
    done.push(name);
    return Promise.resolve();
  });
  jobs.handle('fail', () => Promise.reject(new Error('It cannot be done.')));
  jobs.handle('linger', () => Promise.reject(new Error('That is for the other processes.')));
  await product.dataSource.query(TABLES);
  processes = new JobProcesses(product.databaseUrl, CRON);
});
afterAll(async () => {
  await processes.endAll();
  await product.close();
});
beforeEach(() => {
  done.length = 0;
});

const add = (name: string, payload: object, how = {}) =>
  product.app.get(Database).transaction((tx) => jobs.add(tx, name, payload, how));

interface Noted {
  readonly what: string;
  readonly pid: number;
}

const notedOf = (job: string) =>
  product.dataSource.query<Noted[]>('SELECT what, pid FROM done_jobs WHERE job = $1 ORDER BY at', [job]);

async function until(job: string, count: number): Promise<readonly Noted[]> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const noted = await notedOf(job);
    if (noted.length >= count) return noted;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${job} was noted ${(await notedOf(job)).length} times.`);
}

const openGate = () => product.dataSource.query('INSERT INTO opened_gates DEFAULT VALUES');
const shutGate = () => product.dataSource.query('DELETE FROM opened_gates');

describe('a job', () => {
  it('is done once, after the change that added it, and not at all when there was no change', async () => {
    await add('note', { name: 'real' });
    const undone = product.app.get(Database).transaction(async (tx) => {
      await jobs.add(tx, 'note', { name: 'unreal' });
      throw new Error('After all not.');
    });
    await expect(undone).rejects.toThrow('After all not.');
    await jobs.runDue();
    await jobs.runDue();
    expect(done).toEqual(['real']);
  });

  it('is one with all of its key that wait, and says what the last said', async () => {
    for (const name of ['first', 'second', 'last']) await add('note', { name }, { key: 'letter' });
    await jobs.runDue();
    expect(done).toEqual(['last']);
  });

  it('waits for its time', async () => {
    const at = product.clock.at;
    await add('note', { name: 'later' }, { runAt: new Date(at.getTime() + 3_600_000) });
    await jobs.runDue();
    expect(done).toEqual([]);
    product.clock.at = new Date(at.getTime() + 3_600_000);
    await jobs.runDue();
    expect(done).toEqual(['later']);
  });

  it('that fails says so and harms no other', async () => {
    const silent = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    await add('fail', {});
    await add('note', { name: 'other' });
    await expect(jobs.runDue()).rejects.toThrow('It cannot be done.');
    silent.mockRestore();
    expect(done).toEqual(['other']);
  });

  it('that nobody does is not added', async () => {
    await expect(add('unheard of', {})).rejects.toThrow('Nobody handles jobs called unheard of.');
  });
});

describe('two processes', () => {
  it('catch up what they missed while nobody ran, as one time and once between them', async () => {
    await product.dataSource.query(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since)
       VALUES ('count', now() - interval '9 days')`,
    );
    await Promise.all([processes.start(), processes.start()]);
    await until('count', 1);
    await add('linger', { name: 'after it' });
    await openGate();
    await until('after it', 2);
    await shutGate();
    expect(await notedOf('count')).toHaveLength(1);
  });

  it('share the work, and none is done twice', async () => {
    await openGate();
    const names = Array.from({ length: 30 }, (_, index) => `shared ${index}`);
    for (const name of names) await add('linger', { name });
    for (const name of names) await until(name, 2);
    await shutGate();
    for (const name of names) expect(await notedOf(name)).toHaveLength(2);
  });

  it('take up in seconds what one of them left when it was killed', async () => {
    await add('linger', { name: 'left' });
    const [began] = await until('left', 1);
    await processes.end(began?.pid, 'SIGKILL');
    const [, again] = await until('left', 2);
    expect(again?.pid).not.toBe(began?.pid);
    await openGate();
    const noted = await until('left', 3);
    await shutGate();
    expect(noted.map(({ what }) => what)).toEqual(['began', 'began', 'ended']);
  });

  it('go on after the database has thrown them out', async () => {
    await product.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name IN ('short-breaks jobs', 'short-breaks workers') AND datname = current_database()`,
    );
    await openGate();
    await add('linger', { name: 'afterwards' });
    await until('afterwards', 2);
    await shutGate();
  });

  it('told to stop, end what they are at and leave nothing locked', async () => {
    await add('linger', { name: 'last' });
    const [began] = await until('last', 1);
    const stopped = processes.end(began?.pid, 'SIGTERM');
    await openGate();
    await stopped;
    expect((await notedOf('last')).map(({ what }) => what)).toEqual(['began', 'ended']);
    expect(
      await product.dataSource.query('SELECT id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL'),
    ).toEqual([]);
  });
});
