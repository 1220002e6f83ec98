import { spawnSync } from 'node:child_process';
import { Binaries } from './binaries';

/** INT is PostgreSQL's fast shutdown, QUIT its immediate one. A process that is gone is no error. */
export function signalServer(pid: number, name: 'INT' | 'QUIT', binaries: Binaries): void {
  if (process.platform === 'win32') {
    // Windows has no signals: Node would simply end the process.
    spawnSync(binaries.pgCtl, ['kill', name, String(pid)], { windowsHide: true });
    return;
  }
  try {
    process.kill(pid, `SIG${name}`);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}
