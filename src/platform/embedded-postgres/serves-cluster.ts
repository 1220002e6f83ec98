import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** Whether the process is alive and truly a PostgreSQL at work in this cluster: a pid alone proves nothing. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  return process.platform === 'linux' ? worksIn(pid, cluster) : wasStartedFor(pid, cluster);
}

/** PostgreSQL makes its data directory its working directory; a dead process not yet reaped has none. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    const place = statSync(`/proc/${pid}/cwd`);
    const wanted = statSync(cluster);
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && place.dev === wanted.dev && place.ino === wanted.ino;
  } catch {
    return false;
  }
}

function wasStartedFor(pid: number, cluster: string): boolean {
  const ask = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  const { stdout } =
    process.platform === 'win32'
      ? spawnSync('powershell', ['-NoProfile', '-Command', ask], { encoding: 'utf8', windowsHide: true })
      : spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(cluster);
}
