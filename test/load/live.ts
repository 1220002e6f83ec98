/**
 * `npm run load:live`: what 200 open boards cost one process while five bookings a second come in, on 64 units with five
 * years of stays in each. Every board listens, and draws itself again when it is told; how long that takes after the
 * booking was answered is measured from the outside. `npm run load:live -- 20` listens for twenty seconds a case.
 */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import type { User } from '../support/accounts';
import { Ground } from '../support/ground';
import { startServer } from '../support/server';
import { startProcesses, type Processes } from '../support/two-processes';
import { bookables, type Bookable } from './bookings';
import { layHistory } from './history';
import { spread, table } from './table';

const UNITS = 64;
const YEARS = 5;
const BOARDS = 200;
const BOOKINGS_A_SECOND = 5;
const SECONDS = Math.min(Number(process.argv[2] ?? 30), 120);
const WATCHERS: readonly User[] = ['manager', 'deputy', 'staff', 'finance'];

/** What Linux counts processor time in. */
const TICKS_A_SECOND = 100;

interface Told {
  readonly close: () => void;
}

async function main(): Promise<void> {
  const server = await startServer({});
  const processes = await startProcesses({ count: 1 });
  try {
    const next = await units(processes);
    const ids = Array.from({ length: UNITS }, () => next().unit.id);
    const print = table(['', 'p50 ms', 'p95', 'p99', 'max', 'cores', 'drawn']);
    for (const [name, watched] of [
      ['200 boards of 64 units, bookings in all', ids],
      ['200 boards of one unit, bookings in all', ids.slice(0, 1)],
    ] as const)
      print([name, ...(await listen(processes, watched, next))]);
  } finally {
    await processes.stop();
    await server.stop();
  }
}

async function units({ sql }: Processes): Promise<() => Bookable> {
  const ground = new Ground(sql);
  const today = londonDate(new Date());
  const next = await bookables(ground, UNITS);
  for (let made = 0; made < UNITS; made += 1) {
    const span = { first: addDays(today, -365 * YEARS), today, ahead: 20 };
    await layHistory(sql, ground, next().unit, span);
  }
  await sql.query('ANALYZE');
  return next;
}

async function listen(
  processes: Processes,
  unitIds: readonly string[],
  next: () => Bookable,
): Promise<(string | number)[]> {
  const booked = new Map<string, number>();
  const took: number[] = [];
  const boards: Told[] = [];
  for (let made = 0; made < BOARDS; made += 1) {
    const unitId = unitIds[made % unitIds.length] ?? '';
    const [watcher] = await processes.clientsOf(WATCHERS[made % WATCHERS.length] ?? 'manager');
    const token = watcher?.token ?? '';
    boards.push(
      follow(processes.addresses[0] ?? '', token, unitId, async () => {
        await after(Math.random() * 400);
        const answer = await fetch(`${processes.addresses[0]}/board/live?unit=${unitId}&nights=14`, {
          headers: { Authorization: `Bearer ${token}` },
        });
        await answer.text();
        if (answer.status !== 200) throw new Error(`A board was answered ${answer.status}`);
        const at = booked.get(unitId);
        if (at !== undefined) took.push(performance.now() - at);
      }),
    );
  }
  await after(2_000);
  took.length = 0;
  const [manager] = await processes.clientsOf('manager');
  const [pid] = processes.pids;
  const [cpu, began] = [cpuOf(pid), performance.now()];
  while (performance.now() - began < SECONDS * 1000) {
    const { unit, youngPersonId, roomId, arrivesOn, departsOn } = next();
    const stays = [{ youngPersonId, roomId, arrivesOn, departsOn }];
    const answer = await manager?.post('/api/stays', { unitId: unit.id, kind: 'planned', stays });
    if (answer?.status !== 201) throw new Error(`A booking was answered ${answer?.status}: ${answer?.text}`);
    booked.set(unit.id, performance.now());
    await after(1000 / BOOKINGS_A_SECOND - answer.took);
  }
  const cores = ((cpuOf(pid) - cpu) / (performance.now() - began)) * 1000;
  await after(1_500);
  boards.forEach(({ close }) => close());
  return [...spread(took), cores.toFixed(2), took.length];
}

/** As a browser follows a board: a stream of events, whose first tells how things are. */
function follow(address: string, token: string, unitId: string, changed: () => Promise<void>): Told {
  let heard = 0;
  const headers = { Authorization: `Bearer ${token}` };
  const request = get(`${address}/api/events?unitId=${unitId}`, { headers }, (response) => {
    response.on('data', (part: Buffer) => {
      heard += part.toString().split('data:').length - 1;
      if (heard > 1) void changed();
    });
  });
  request.on('error', () => undefined);
  return { close: () => request.destroy() };
}

function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

void main();
