import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ownership {
  release(): Promise<void>;
}

/**
 * Makes this process the only owner of a data directory until it releases it or dies.
 * The lock is a listening local socket, which the system itself takes back after `kill -9`:
 * unlike a file with a pid in it, it cannot go stale. Whoever connects is told the owner's pid.
 * @throws Error naming the owner when a live process has the directory.
 */
export async function takeOwnership(directory: string): Promise<Ownership> {
  const address = lockAddress(directory);
  for (let attempt = 1; ; attempt++) {
    const lock = await listen(address);
    if (lock !== undefined) return { release: () => close(lock) };
    const owner = await askOwner(address);
    if (owner !== 'gone') throw new Error(refusal(directory, owner));
    if (process.platform === 'darwin') rmSync(address, { force: true });
    if (attempt === 5) throw new Error(refusal(directory, 'unknown'));
  }
}

/** The directory itself is the name, so that another path to it meets the same lock. */
function lockAddress(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true });
  const name = `short-breaks-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

async function listen(address: string): Promise<Server | undefined> {
  const server = createServer((caller) => {
    caller.on('error', () => caller.destroy());
    caller.end(String(process.pid), () => caller.destroy());
  });
  server.unref();
  server.listen(address);
  try {
    await once(server, 'listening');
    return server;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw problem;
  }
}

function askOwner(address: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address).setEncoding('utf8').setTimeout(2_000);
    socket.on('data', (part: string) => (answer += part));
    socket.on('end', () => resolve(answer));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve('gone'));
    socket.on('close', () => resolve('unknown'));
  });
}

function refusal(directory: string, owner: string): string {
  const who = owner === 'unknown' || owner === '' ? 'another process' : `process ${owner}`;
  return (
    `The data directory ${directory} is already in use by ${who}: stop that process first, ` +
    'or set DATA_DIR to another directory, or set DATABASE_URL to a PostgreSQL server of your own.'
  );
}

async function close(lock: Server): Promise<void> {
  const closed = once(lock, 'close');
  lock.close();
  await closed;
}
