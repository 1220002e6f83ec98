import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Binaries } from './binaries';
import { readPostmasterFile } from './postmaster-file';
import { servesCluster } from './serves-cluster';
import { signalServer } from './signal-server';

const FAST_MS = 30_000;
const LONGEST_MS = 60_000;

/**
 * Stops a server that a killed process left on this cluster, and clears a `postmaster.pid` whose server
 * is gone, even if its pid now belongs to someone else. Only for the owner of the data directory.
 * @throws Error naming the server when it will not stop.
 */
export async function clearTheWay(
  cluster: string,
  binaries: Binaries,
  say: (sentence: string) => void,
): Promise<void> {
  const pid = readPostmasterFile(cluster)?.pid;
  if (pid === undefined) return;
  if (servesCluster(pid, cluster)) {
    say(`Stopping the database server that a killed process left running (pid ${pid}).`);
    await stopOrphan(pid, cluster, binaries);
  }
  if (readPostmasterFile(cluster)?.pid === pid) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

async function stopOrphan(pid: number, cluster: string, binaries: Binaries): Promise<void> {
  const began = Date.now();
  signalServer(pid, 'INT', binaries);
  let wait = 5;
  let isHarsh = false;
  while (servesCluster(pid, cluster)) {
    const waited = Date.now() - began;
    if (waited > LONGEST_MS)
      throw new Error(`The database server with pid ${pid} does not stop: end it by hand.`);
    if (waited > FAST_MS && !isHarsh) {
      signalServer(pid, 'QUIT', binaries);
      isHarsh = true;
    }
    await pause(wait);
    wait = Math.min(wait * 1.5, 500);
  }
}
