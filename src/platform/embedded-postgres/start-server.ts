import { ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Binaries } from './binaries';
import { freePort } from './free-port';
import { clearTheWay } from './orphan';
import { commandOf, Runner } from './runner';
import { Server } from './server';
import { ServerLog } from './server-log';

export interface ServerOptions {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly log: ServerLog;
  readonly say: (sentence: string) => void;
  readonly settings: Readonly<Record<string, string>>;
  /** Another process may take the port before PostgreSQL does; then this is asked again. */
  readonly choosePort?: () => Promise<number>;
}

/** What a second attempt cures: a port just taken, or a killed server's last children still leaving. */
const PASSING = /could not bind|lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const PATIENCE_MS = 15_000;

/** @throws Error with the end of the server's log when it does not come up. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { cluster, binaries, log, say, choosePort = freePort } = options;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    await clearTheWay(cluster, binaries, say);
    const port = await choosePort();
    log.beginAttempt();
    const server = new Server(launch(options, port), port, binaries);
    if (await server.isReady(cluster, say)) return server;
    if (Date.now() > deadline || !PASSING.test(log.words())) throw log.failure('PostgreSQL did not start.');
    await pause(50);
  }
}

function launch({ cluster, binaries, runner, log, settings }: ServerOptions, port: number): ChildProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const arranged = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = commandOf(runner, binaries.postgres, ['-D', cluster, ...arranged]);
  const output = log.open();
  try {
    return spawn(command.file, command.args, {
      ...command.options,
      // Ctrl-C reaches the whole foreground group: the server must outlive the sessions it serves.
      detached: true,
      stdio: ['ignore', output, output],
    });
  } finally {
    closeSync(output);
  }
}
