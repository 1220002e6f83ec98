import { csv, PILOT_YEAR } from '../support/csv';
import { importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.close());

const counts = async (sql: string, unitId: string): Promise<unknown> =>
  (await product.dataSource.query<unknown[]>(sql, [unitId]))[0];

describe("the pilot's year", () => {
  let unitId: string;

  beforeAll(async () => {
    unitId = await openUnit(product);
  });

  it('comes in whole: 313 stays, 756 nights stayed', async () => {
    expect(await importFile(product, unitId, PILOT_YEAR)).toMatchObject({
      ...{ status: 'done', rows: 313, imported: 313, unchanged: 0, errors: [] },
    });
    const nights = 'SELECT sum(to_on - from_on)::int AS nights FROM bed_uses WHERE unit_id = $1 AND live';
    expect(await counts(nights, unitId)).toEqual({ nights: 756 });
  });

  it('changes nothing the second time', async () => {
    const all = `SELECT (SELECT count(*)::int FROM stays) AS stays, (SELECT count(*)::int FROM young_people) AS people,
      (SELECT count(*)::int FROM families) AS families, (SELECT count(*)::int FROM audit_entries) AS entries, $1`;
    const before = await counts(all, unitId);
    expect(await importFile(product, unitId, PILOT_YEAR)).toMatchObject({
      ...{ status: 'done', rows: 313, imported: 0, unchanged: 313, errors: [] },
    });
    expect(await counts(all, unitId)).toEqual(before);
  });

  it('is of other people in another unit', async () => {
    const other = await openUnit(product, 'Another unit');
    expect(await importFile(product, other, PILOT_YEAR)).toMatchObject({ status: 'done', imported: 313 });
    const people = 'SELECT count(*)::int AS people FROM young_people WHERE $1::text IS NOT NULL';
    expect(await counts(people, other)).toEqual({ people: 138 });
  });

  it('keeps what ended a stay, and who imported it', async () => {
    const stays = await product
      .as('manager')
      .get(`/api/stays?unitId=${unitId}&status=not-arrived&from=2015-07-01&to=2016-07-01`);
    expect((stays.body as { items: unknown[] }).items).toHaveLength(4);
    const entry = `SELECT actor_name, after->'imported' AS imported FROM audit_entries
      WHERE unit_id = $1 AND action = 'stays.imported'`;
    expect(await counts(entry, unitId)).toEqual({ actor_name: 'Test manager', imported: 313 });
  });

  it('says what differs in a stay it knows', async () => {
    const lines = PILOT_YEAR.toString().split('\n');
    const changed = [lines[0], lines[1]?.replace('2015-07-02', '2015-07-03')].join('\n');
    const { status, errors } = await importFile(product, unitId, changed);
    expect(status).toBe('refused');
    expect(errors).toMatchObject([{ line: 2, column: 'departs_on' }]);
    expect(errors[0]?.message).toContain('with departs_on "2015-07-02", and now has "2015-07-03"');
  });

  it('takes one file sent twice at once only once', async () => {
    const raced = await openUnit(product, 'Raced unit');
    const both = await Promise.all([1, 2].map(() => importFile(product, raced, PILOT_YEAR)));
    expect(both.map(({ imported }) => imported).sort()).toEqual([0, 313]);
    expect(both.map(({ unchanged }) => unchanged).sort()).toEqual([0, 313]);
  });

  it('answers a retried request with the same import', async () => {
    const other = await openUnit(product, 'Retried unit');
    const send = (file: string) =>
      product
        .as('manager')
        .post('/api/imports')
        .set('Idempotency-Key', 'retry')
        .field('unitId', other)
        .attach('file', Buffer.from(file), 'a.csv');
    const [first, second] = [await send(csv([{}])), await send(csv([{}]))];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    expect((await send(csv([{ stay: 'S2' }]))).status).toBe(422);
  });
});
