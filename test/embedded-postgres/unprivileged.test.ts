import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBinaries } from '../../src/platform/embedded-postgres/binaries';
import { AppProcesses, told } from './app-process';
import { Places } from './places';

const NOBODY = 65_534;
const places = new Places();
const apps = new AppProcesses(places.settings);

afterAll(async () => {
  apps.end();
  await places.end();
});

/** Only where root runs the tests, from a place that others may enter. */
const canTest =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('test', ['-x', findBinaries().postgres], { uid: NOBODY, gid: NOBODY }).status === 0;

(canTest ? describe : describe.skip)('as root where user namespaces are forbidden', () => {
  const directory = places.directory();
  const forbidding = join(places.root, 'bin');
  const env = { PATH: `${forbidding}:${process.env['PATH'] ?? ''}` };

  beforeAll(() => {
    mkdirSync(forbidding);
    writeFileSync(join(forbidding, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  });

  it('names the directory that the unprivileged account cannot enter', async () => {
    chmodSync(places.root, 0o700);
    expect(await told(apps.start(directory, env), 'failed ')).toContain(`run "chmod o+x ${places.root}"`);
  });

  it('runs as that account, and goes on so where namespaces are allowed again', async () => {
    chmodSync(places.root, 0o711);
    for (const surroundings of [env, {}]) {
      const app = apps.start(directory, surroundings);
      await told(app, 'ready ');
      expect(statSync(join(directory, 'postgres', 'postmaster.pid')).uid).toBe(NOBODY);
      app.kill('SIGINT');
      await told(app, 'stopped');
    }
  });

  it('takes over a cluster that was made in a namespace', async () => {
    const place = places.directory();
    for (const surroundings of [{}, env]) {
      const app = apps.start(place, surroundings);
      await told(app, 'ready ');
      app.kill('SIGINT');
      await told(app, 'stopped');
    }
    expect(statSync(join(place, 'postgres', 'base')).uid).toBe(NOBODY);
  });

  it('has not touched what lies beside the cluster', () => {
    expect(statSync(dirname(directory)).uid).toBe(0);
    expect(statSync(directory).uid).toBe(0);
  });
});
