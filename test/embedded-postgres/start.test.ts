import { mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBinaries } from '../../src/platform/embedded-postgres/binaries';
import { freePort } from '../../src/platform/embedded-postgres/free-port';
import { chooseRunner } from '../../src/platform/embedded-postgres/runner';
import { ServerLog } from '../../src/platform/embedded-postgres/server-log';
import { startServer } from '../../src/platform/embedded-postgres/start-server';
import { Places, rows } from './places';

const places = new Places();
afterAll(() => places.end());

describe('the embedded PostgreSQL', () => {
  const directory = places.directory();

  it('starts where nothing was, and keeps what was written over a restart', async () => {
    const first = await places.start(directory);
    await rows(first.url, "CREATE TABLE stay (name text); INSERT INTO stay VALUES ('Łucja')");
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    const second = await places.start(directory);
    expect(await rows(second.url, 'SELECT name FROM stay')).toEqual([{ name: 'Łucja' }]);
    await second.stop();
  });

  it('listens on the loopback address only, in UTC and UTF-8, with a password only its user can read', async () => {
    const server = await places.start(directory);
    const settings = await rows(
      server.url,
      `SELECT current_setting('listen_addresses') AS address, current_setting('unix_socket_directories') AS sockets,
        current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding,
        datcollate AS collation, datname AS name
      FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual([
      {
        address: '127.0.0.1',
        sockets: '',
        zone: 'UTC',
        encoding: 'UTF8',
        collation: 'C',
        name: 'short_breaks',
      },
    ]);
    expect(statSync(join(directory, 'postgres/short_breaks.password')).mode & 0o777).toBe(0o600);
    const wrong = Object.assign(new URL(server.url), { password: 'guess' });
    await expect(rows(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('has the extensions the diary needs', async () => {
    const server = await places.start(directory);
    const names = ['btree_gist', 'pg_trgm', 'unaccent', 'pgcrypto'];
    await rows(server.url, names.map((name) => `CREATE EXTENSION ${name};`).join(''));
    expect(await rows(server.url, "SELECT unaccent('Łucja') AS plain")).toEqual([{ plain: 'Lucja' }]);
    await server.stop();
  });

  it('tries another port when one is taken between choosing and starting', async () => {
    const squatter = createServer();
    const taken = await new Promise<number>((resolve) =>
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port)),
    );
    const offered = [taken, await freePort()];
    const binaries = findBinaries();
    const server = await startServer({
      cluster: join(directory, 'postgres'),
      binaries,
      runner: chooseRunner(binaries, directory),
      log: new ServerLog(directory),
      say: () => undefined,
      settings: places.settings,
      choosePort: () => Promise.resolve(offered.shift() ?? 0),
    });
    expect(offered).toEqual([]);
    expect(server.port).not.toBe(taken);
    await server.stop();
    squatter.close();
  });

  it('starts in several directories at once', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => places.start(places.directory())));
    const ports = await Promise.all(
      servers.map(({ url }) => rows(url, "SELECT current_setting('port') AS port")),
    );
    expect(new Set(ports.flat().map((row) => JSON.stringify(row))).size).toBe(3);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('starts over when an earlier start was killed while making the database', async () => {
    const place = places.directory();
    mkdirSync(join(place, 'postgres.new-abc123/cluster/base'), { recursive: true });
    const server = await places.start(place);
    expect(await rows(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(join(place, 'postgres.new-abc123'), { throwIfNoEntry: false })).toBeUndefined();
    await server.stop();
  });
});
