import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import type { User } from '../support/accounts';
import { aUnit, type AUnit } from '../support/diary';
import { aPlanInProgress, aStayOf, type InProgress } from '../support/in-progress';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
let child: InProgress;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  child = await aPlanInProgress(product);
  const [bed] = unit.rooms;
  const stay = { from: '2026-02-06', to: '2026-02-08', ...(bed ? { bed } : {}) };
  await aStayOf(product, child.youngPersonId, unit, stay);
  await aStayOf(product, child.youngPersonId, unit, {
    from: '2026-02-20',
    to: '2026-02-22',
    status: 'cancelled',
  });
  await aStayOf(product, child.youngPersonId, unit, {
    from: '2026-04-20',
    to: '2026-04-22',
    status: 'confirmed',
  });
  await product.dataSource.query(
    `UPDATE stays SET ended_on = '2026-02-19', ended_by = 'family', ended_reason = '=HYPERLINK("http://x";"y")'
     WHERE status = 'cancelled'`,
  );
});
afterAll(() => product.close());

const FEBRUARY = 'from=2026-02-01&to=2026-03-01';

function take(name: string, query = FEBRUARY, user: User = 'manager') {
  return product
    .as(user)
    .get(`/api/exports/${name}?unitId=${unit.id}&${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

const rowsOf = ({ body }: { body: unknown }) =>
  parse<Record<string, string>>(body as Buffer, { bom: true, columns: true });

const sheetOf = ({ body }: { body: unknown }) => {
  const files = unzipSync(body as Buffer);
  return Object.entries(files)
    .filter(([path]) => /sheet1|sharedStrings/.test(path))
    .map(([, content]) => strFromU8(content))
    .join('\n');
};

const problemOf = ({ body }: { body: unknown }) =>
  JSON.parse((body as Buffer).toString()) as { detail: string; errors?: { pointer: string }[] };

const exportsTaken = () =>
  product.dataSource.query<{ actor: string; after: object }[]>(
    `SELECT actor_name AS actor, after FROM audit_entries WHERE action = 'export.taken' ORDER BY id`,
  );

describe('the stays of a unit as a file', () => {
  it('are those with a night in the period, in the columns an import takes, and their status', async () => {
    const rows = rowsOf(await take('stays.csv').expect(200));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ given_name: expect.stringMatching(/^Planned/) as string, family_name: 'Ofplan' },
      ...{ date_of_birth: '2012-05-06', key_worker: 'Test worker', room: '1', kind: 'planned' },
      ...{ arrives_on: '2026-02-06', departs_on: '2026-02-08', outcome: 'completed', status: 'completed' },
    });
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      'stay,young_person,family,given_name,family_name,date_of_birth,support,key_worker,room,kind,requested_on,' +
        'arrives_on,departs_on,outcome,ended_on,ended_by,reason,status',
    );
  });

  it('hold no formula, in either form', async () => {
    const [, cancelled] = rowsOf(await take('stays.csv').expect(200));
    expect(cancelled?.['reason']).toBe(`'=HYPERLINK("http://x";"y")`);
    const sheet = sheetOf(await take('stays.xlsx').expect(200));
    expect(sheet).toContain('HYPERLINK');
    expect(sheet).not.toMatch(/<f[ >]/);
  });

  it('name nobody to those who may not know who stays, and still let children be counted', async () => {
    for (const user of ['service-manager', 'finance', 'auditor'] as const) {
      const answer = await take('stays.csv', FEBRUARY, user).expect(200);
      expect((answer.body as Buffer).toString()).not.toMatch(/Planned|Ofplan|PC\d|2012-05-06|HYPERLINK/);
      expect(rowsOf(answer).map((row) => [row['young_person'], row['family']])).toEqual([
        ['YP001', 'F001'],
        ['YP001', 'F001'],
      ]);
    }
  });

  it('go to nobody else', async () => {
    for (const user of ['staff', 'worker', 'edt', 'administrator', 'visitor'] as const)
      await take('stays.csv', FEBRUARY, user).expect(403);
  });
});

describe('the occupancy of a unit as a file', () => {
  it('has a row for each month or week, numbers as numbers, and the sums of the report', async () => {
    const rows = rowsOf(await take('occupancy.csv', 'from=2026-01-01&to=2026-04-01&by=month').expect(200));
    expect(rows.map((row) => [row['from'], row['physical_nights'], row['occupied']])).toEqual([
      ['2026-01-01', '124', '0'],
      ['2026-02-01', '112', '2'],
      ['2026-03-01', '124', '0'],
    ]);
    const sheet = sheetOf(
      await take('occupancy.xlsx', 'from=2026-01-01&to=2026-04-01&by=month', 'finance').expect(200),
    );
    expect(sheet).toMatch(/<c[^>]*><v>112<\/v>/);
    expect(sheet).toContain('physical_nights');
  });

  it('goes to whoever reads occupancy, not to workers', async () => {
    for (const user of ['staff', 'finance', 'auditor', 'visitor'] as const)
      await take('occupancy.csv', FEBRUARY, user).expect(200);
    for (const user of ['worker', 'edt', 'administrator'] as const)
      await take('occupancy.csv', FEBRUARY, user).expect(403);
  });
});

describe('every export', () => {
  it('is in the audit trail with what was asked for, and leaves under a plain name nothing keeps', async () => {
    const before = (await exportsTaken()).length;
    const answer = await take('stays.xlsx', FEBRUARY, 'deputy').expect(200);
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="stays-2026-02-01-to-2026-03-01.xlsx"',
      'content-type': expect.stringContaining('spreadsheetml') as string,
      'cache-control': 'no-store',
    });
    expect((await exportsTaken()).slice(before)).toEqual([
      {
        actor: 'Test deputy',
        after: {
          ...{ name: 'stays', format: 'xlsx', from: '2026-02-01', to: '2026-03-01', by: null },
          ...{ named: true, rows: 2 },
        },
      },
    ]);
  });

  it('says what is wrong with the asking, and leaves no trace of what was not given', async () => {
    const before = (await exportsTaken()).length;
    for (const [query, pointer] of [
      ['from=2026-02-01', '/to'],
      ['from=2026-02-30&to=2026-03-01', '/from'],
      ['from=2026-03-01&to=2026-03-01', '/to'],
      ['from=2000-01-01&to=2026-03-01', '/to'],
      ['from=2026-02-01%0d%0aX-Evil:1&to=2026-03-01', '/from'],
      [`${FEBRUARY}&by=day`, '/by'],
    ] as const) {
      const answer = await take('occupancy.csv', query).expect(400);
      expect([query, problemOf(answer).errors]).toMatchObject([query, [{ pointer }]]);
    }
    const nowhere = '/api/exports/stays.csv?unitId=00000000-0000-4000-8000-000000000000';
    await product.as('manager').get(`${nowhere}&${FEBRUARY}`).expect(404);
    expect(await exportsTaken()).toHaveLength(before);
  });

  it('is one of those there are', async () => {
    const answer = await take('children.csv').expect(404);
    expect(problemOf(answer).detail).toContain('stays and occupancy, each as .csv and .xlsx');
  });

  it('can be had from a browser, by the links of the occupancy page', async () => {
    const page = async (user: User) =>
      (
        await product
          .as(user)
          .get(`/occupancy?unit=${unit.id}&${FEBRUARY}`)
          .set('Accept', 'text/html')
          .expect(200)
      ).text;
    const [link = ''] = /\/exports\/stays\.csv[^"]*/.exec(await page('finance')) ?? [];
    await product.as('finance').get(link.replaceAll('&amp;', '&')).expect(200);
    expect(await page('staff')).not.toContain('/exports/stays');
  });
});
