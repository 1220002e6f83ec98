/**
 * `npm run load:board`: how long the board and the reports take, one reader at a time, on a database with 64 units of
 * four rooms and five years of stays in each, through HTTP to a process of the built product; and how long until a
 * browser on the same machine paints the board, with nothing kept from before and with it.
 */
import { gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import { openBrowser } from '../support/browser';
import { Ground } from '../support/ground';
import { startServer } from '../support/server';
import { startProcesses, type Processes } from '../support/two-processes';
import { layHistory } from './history';
import { spread, table } from './table';

const UNITS = 64;
const YEARS = 5;
/** Unmeasured at first: the product has just been started. */
const WARM_UP = 15;
const ROUNDS = 100;
const PAINTED = 20;

const FIRST_PAINT = `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
  .observe({ type: 'paint', buffered: true }))`;

async function main(): Promise<void> {
  const server = await startServer({});
  const processes = await startProcesses({ count: 1 });
  try {
    const today = londonDate(new Date());
    const first = addDays(today, -365 * YEARS);
    const unitId = await lay(processes.sql, first, today);
    const [client] = await processes.clientsOf('manager');
    const print = table(['', 'p50 ms', 'p95', 'p99', 'max', 'kB', 'packed']);
    for (const [name, path] of questions(unitId, first, today)) {
      const took: number[] = [];
      let [size, packed] = [0, 0];
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        const answer = await client?.get(path);
        if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status ?? 'not at all'}`);
        if (round >= 0) took.push(answer.took);
        size = Buffer.byteLength(answer.text);
        packed = gzipSync(answer.text).length;
      }
      print([name, ...spread(took), (size / 1000).toFixed(0), (packed / 1000).toFixed(0)]);
    }
    await paint(processes, `/board?unit=${unitId}&nights=91`);
  } finally {
    await processes.stop();
    await server.stop();
  }
}

async function paint(processes: Processes, path: string): Promise<void> {
  const browser = await openBrowser();
  const print = table(['', 'p50 ms', 'p95', 'p99', 'max']);
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let round = 0; round < PAINTED; round += 1) {
    const page = await windowOf(browser, processes);
    cold.push(await untilPainted(page, path));
    warm.push(await untilPainted(page, path));
    await page.context().close();
  }
  print(['first paint of 91 nights, first visit', ...spread(cold)]);
  print(['first paint of 91 nights, again', ...spread(warm)]);
  await browser.close();
}

async function windowOf(browser: Browser, processes: Processes): Promise<Page> {
  const [client] = await processes.clientsOf('manager');
  const context = await browser.newContext({
    baseURL: processes.addresses[0] ?? '',
    viewport: { width: 1280, height: 900 },
    extraHTTPHeaders: { Authorization: `Bearer ${client?.token}` },
  });
  return context.newPage();
}

/** @returns milliseconds from the asking. */
async function untilPainted(page: Page, path: string): Promise<number> {
  await page.goto(path);
  return page.evaluate<number>(FIRST_PAINT);
}

async function lay(sql: Pool, first: string, today: string): Promise<string> {
  const ground = new Ground(sql);
  let last = '';
  for (let made = 0; made < UNITS; made += 1) {
    const unit = await ground.unit();
    await layHistory(sql, ground, unit, { first, today, ahead: 60 });
    last = unit.id;
  }
  await sql.query('ANALYZE');
  return last;
}

function questions(unitId: string, first: string, today: string): [name: string, path: string][] {
  const board = (nights: number) =>
    `/api/board?unitId=${unitId}&from=${addDays(today, -1)}&to=${addDays(today, nights - 1)}`;
  const years = `unitId=${unitId}&from=${first}&to=${today}`;
  const year = `unitId=${unitId}&from=${addDays(today, -365)}&to=${today}`;
  return [
    ['board of 14 nights', board(14)],
    ['board of 91 nights', board(91)],
    ['board of 400 nights', board(400)],
    ['page of the board, 14 nights', `/board?unit=${unitId}`],
    ['page of the board, 28 nights', `/board?unit=${unitId}&nights=28`],
    ['page of the board, 91 nights', `/board?unit=${unitId}&nights=91`],
    ['occupancy of a year by month', `/api/reports/occupancy?${year}&by=month`],
    ['occupancy of five years by week', `/api/reports/occupancy?${years}&by=week`],
    ['cost of five years', `/api/reports/cost?${years}`],
    [
      'page of occupancy and cost, a year',
      `/occupancy?unit=${unitId}&from=${addDays(today, -365)}&to=${today}`,
    ],
    ['page of occupancy and cost, five years', `/occupancy?unit=${unitId}&from=${first}&to=${today}`],
    ['chart of a year', `/occupancy/chart.svg?unit=${unitId}&from=${addDays(today, -365)}&to=${today}`],
  ];
}

void main();
