import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppProcesses, kill, told } from './app-process';
import { Places, rows, serverPid } from './places';

const places = new Places();
const apps = new AppProcesses(places.settings);
const directory = places.directory();
const pidFile = join(directory, 'postgres', 'postmaster.pid');

afterAll(async () => {
  apps.end();
  await places.end();
});

describe('what was committed is kept, and the next start works,', () => {
  it('after kill -9 of the database, of which the app is told', async () => {
    let tell: (sentence: string) => void = () => undefined;
    const ended = new Promise<string>((resolve) => (tell = resolve));
    const server = await places.start(directory, (sentence) => tell(sentence));
    await rows(server.url, 'CREATE TABLE stay (night int); INSERT INTO stay VALUES (1)');
    process.kill(serverPid(directory), 'SIGKILL');
    expect(await ended).toContain('PostgreSQL ended by itself.');
    await server.stop();
    await expectNights([1]);
  });

  it('after kill -9 of the app, whose orphaned server is stopped first', async () => {
    const app = apps.start(directory);
    const url = await told(app, 'ready ');
    await rows(url, 'INSERT INTO stay VALUES (2)');
    const orphan = serverPid(directory);
    await kill(app);
    expect(() => process.kill(orphan, 0)).not.toThrow();
    await expectNights([1, 2]);
    expect(places.said).toContainEqual(expect.stringContaining(`left running (pid ${orphan})`));
  });

  it('after kill -9 of both at once', async () => {
    const app = apps.start(directory);
    await rows(await told(app, 'ready '), 'INSERT INTO stay VALUES (3)');
    process.kill(serverPid(directory), 'SIGKILL');
    await kill(app);
    await expectNights([1, 2, 3]);
  });

  it('when postmaster.pid names a live process that is not our server, which is left alone', async () => {
    const elsewhere = places.directory();
    await places.start(elsewhere);
    for (const pid of [process.pid, serverPid(elsewhere)]) {
      const stale = [
        pid,
        join(directory, 'postgres'),
        1,
        5432,
        '',
        '127.0.0.1',
        '  1234  5678',
        'ready   ',
        '',
      ];
      writeFileSync(pidFile, stale.join('\n'), { mode: 0o600 });
      await expectNights([1, 2, 3]);
      expect(() => process.kill(pid, 0)).not.toThrow();
    }
  });

  it('when it was killed while making the database', async () => {
    const place = places.directory();
    const app = apps.start(place);
    await told(app, 'Making a new database');
    while (!readdirSync(place).some((name) => name.startsWith('postgres.new-'))) await pause(5);
    await pause(100);
    await kill(app);
    expect(existsSync(join(place, 'postgres'))).toBe(false);
    const server = await places.start(place);
    expect(await rows(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

it('lets the app close its sessions first when Ctrl-C reaches its whole process group', async () => {
  const app = apps.start(directory, { LINGERS: 'yes' });
  const url = await told(app, 'ready ');
  const pid = serverPid(directory);
  process.kill(-(app.pid ?? NaN), 'SIGINT');
  await told(app, 'closing its sessions');
  expect(await rows(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  app.kill('SIGUSR2');
  expect(await once(app, 'exit')).toEqual([0, null]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(existsSync(pidFile)).toBe(false);
});

it('asks the server to stop when the app ends without doing so', async () => {
  const app = apps.start(directory, { GIVE_UP: 'yes' });
  expect(await once(app, 'exit')).toEqual([3, null]);
  for (let waited = 0; existsSync(pidFile) && waited < 5_000; waited += 20) await pause(20);
  expect(existsSync(pidFile)).toBe(false);
});

async function expectNights(nights: number[]): Promise<void> {
  const server = await places.start(directory);
  const found = await rows(server.url, 'SELECT night FROM stay ORDER BY night');
  expect(found).toEqual(nights.map((night) => ({ night })));
  await server.stop();
}
