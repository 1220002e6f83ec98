import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppProcesses, told } from './app-process';
import { Places, rows } from './places';

const places = new Places();
const apps = new AppProcesses(places.settings);
const directory = places.directory();

afterAll(async () => {
  apps.end();
  await places.end();
});

describe('a start is refused with what to do,', () => {
  it('while another process has the directory', async () => {
    const app = apps.start(directory);
    const url = await told(app, 'ready ');
    await expect(places.start(directory)).rejects.toThrow(
      `already in use by process ${String(app.pid)}: stop that process first, or set DATA_DIR`,
    );
    expect(await rows(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    app.kill('SIGINT');
    await told(app, 'stopped');
  });

  it('to all but one of several that start at once', async () => {
    const racers = [1, 2, 3].map(() => apps.start(directory));
    const ends = await Promise.all(racers.map((racer) => told(racer, '')));
    expect(ends.filter((end) => end.startsWith('ready'))).toHaveLength(1);
    expect(ends.filter((end) => /^failed.*already in use by process \d+/.test(end))).toHaveLength(2);
    for (const racer of racers) racer.kill('SIGKILL');
  });

  it('when the cluster is of another major version, which is not touched', async () => {
    const other = places.directory();
    await (await places.start(other)).stop();
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), '15\n');
    const before = readdirSync(join(other, 'postgres'));
    await expect(places.start(other)).rejects.toThrow(
      /made by PostgreSQL 15, and this is PostgreSQL 18; nothing was touched.*DATABASE_URL/,
    );
    expect(readdirSync(join(other, 'postgres'))).toEqual(before);
    expect(readFileSync(join(other, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('when something else is in its place', async () => {
    const place = places.directory();
    mkdirSync(join(place, 'postgres'), { recursive: true });
    writeFileSync(join(place, 'postgres', 'notes.txt'), 'mine');
    await expect(places.start(place)).rejects.toThrow('is not a PostgreSQL data directory: move it away');
  });

  it('when the directory cannot be made', async () => {
    const file = join(places.root, 'a-file');
    writeFileSync(file, '');
    await expect(places.start(join(file, 'data'))).rejects.toThrow(/cannot be used.*ENOTDIR.*DATA_DIR/);
  });

  it('when the server will not come up, with the end of its log', async () => {
    const place = places.directory();
    await (await places.start(place)).stop();
    writeFileSync(join(place, 'postgres', 'postgresql.auto.conf'), "work_mem = 'plenty'\n");
    await expect(places.start(place)).rejects.toThrow(
      /did not start.*invalid value for parameter "work_mem"/s,
    );
  });
});
