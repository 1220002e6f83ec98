import { setTimeout as wait } from 'node:timers/promises';
import type { ImportView } from '../../src/imports/import.view';
import { csv, manyLines } from '../support/csv';
import { beginImport, importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';

/** The full size is 100,000; `IMPORT_LINES` sets it. */
const LINES = Number(process.env['IMPORT_LINES'] ?? 10_000);
const ROOMS = 50;

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.close());

interface Followed {
  readonly end: ImportView;
  readonly rowsSeen: ReadonlySet<number>;
  /** Of the service to somebody else meanwhile, in milliseconds. */
  readonly answers: readonly number[];
}

/** Asks how it goes and whether the service is well, until it is over. */
async function follow(id: string): Promise<Followed> {
  const rowsSeen = new Set<number>();
  const answers: number[] = [];
  for (;;) {
    const from = performance.now();
    const health = await product.as('finance').get('/health/ready');
    answers.push(performance.now() - from);
    expect(health.status).toBe(200);
    const end = (await product.as('manager').get(`/api/imports/${id}`)).body as ImportView;
    if (end.status !== 'running') return { end, rowsSeen, answers };
    rowsSeen.add(end.rows);
    await wait(50);
  }
}

it(`takes ${LINES} lines in while the service goes on answering`, async () => {
  const unitId = await openUnit(product, 'Large', ROOMS, ROOMS);
  const file = csv(manyLines(LINES, ROOMS));
  const from = performance.now();
  const { end, rowsSeen, answers } = await follow(await beginImport(product, unitId, file));
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `${LINES} lines: ${seconds.toFixed(1)} s, slowest of ${answers.length} answers ${Math.round(Math.max(...answers))} ms`,
  );
  expect(end).toMatchObject({ status: 'done', rows: LINES, imported: LINES });
  expect(rowsSeen.size).toBeGreaterThan(1);
  expect(answers.length).toBeGreaterThan(5);
  const again = await importFile(product, unitId, file);
  expect(again).toMatchObject({ status: 'done', imported: 0, unchanged: LINES });
}, 180_000);

it(`lists what is wrong with each of ${LINES} lines`, async () => {
  const unitId = await openUnit(product, 'Wrong', ROOMS, ROOMS);
  const wrong = manyLines(LINES, ROOMS).map((line) => ({ ...line, arrives_on: '2016-02-31' }));
  const { status, errors } = await importFile(product, unitId, csv(wrong));
  expect(status).toBe('refused');
  expect(errors).toHaveLength(LINES);
  expect(errors.at(-1)).toEqual({
    line: LINES + 1,
    column: 'arrives_on',
    message: '31 February 2016 is not a date: write a real date such as 2016-02-29.',
  });
}, 180_000);
