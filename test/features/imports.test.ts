import fc from 'fast-check';
import { CANCELLED, csv, type CsvLine } from '../support/csv';
import { importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.close());

const post = () => product.as('manager').post('/api/imports');
const pointersOf = (body: unknown) =>
  (body as { errors: { pointer: string }[] }).errors.map((each) => each.pointer);
const count = async (table: string): Promise<number> => {
  const [row] = await product.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return row?.count ?? -1;
};

describe('asking for an import', () => {
  it('answers 400 pointing at what is missing or wrong', async () => {
    const unitId = await openUnit(product);
    const file = Buffer.from(csv([{}]));
    const answers = [
      await post().attach('file', file, 'a.csv'),
      await post().field('unitId', 'Larch House').attach('file', file, 'a.csv'),
      await post().field('unitId', '00000000-0000-4000-8000-000000000000').attach('file', file, 'a.csv'),
      await post().field('unitId', unitId),
      await post().field('unitId', unitId).attach('stays', file, 'a.csv'),
      await post().field('unitId', unitId).attach('file', file, 'a.csv').attach('file', file, 'b.csv'),
      await post().send({ unitId }),
      await post(),
    ];
    expect(answers.map(({ status, body }) => [status, ...pointersOf(body)])).toEqual([
      [400, '/unitId'],
      [400, '/unitId'],
      [400, '/unitId'],
      [400, '/file'],
      [400, '/file'],
      [400, '/file'],
      [400, '/file'],
      [400, '/unitId'],
    ]);
  });

  it('answers 400 for a body that is multipart only by name, and 413 for one too large', async () => {
    const broken = await post().set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nnothing');
    const unbounded = await post().set('Content-Type', 'multipart/form-data').send('anything');
    expect([broken.status, unbounded.status]).toEqual([400, 400]);
    const large = await post().attach('file', Buffer.alloc(51 * 1024 * 1024, 'a'), 'large.csv');
    expect(large.status).toBe(413);
  });

  it('is for managers: what it brings in is about children', async () => {
    const statuses = [];
    for (const user of ['administrator', 'deputy', 'finance', 'worker'] as const)
      statuses.push((await product.as(user).post('/api/imports').field('unitId', 'x')).status);
    expect(statuses).toEqual([403, 403, 403, 403]);
    const shown = await product.as('manager').get('/api/imports/00000000-0000-4000-8000-000000000000');
    expect(shown.status).toBe(404);
  });
});

describe('a file against the diary', () => {
  it('imports nothing when one line is wrong', async () => {
    const unitId = await openUnit(product);
    const before = [await count('stays'), await count('young_people'), await count('audit_entries')];
    const lines = [{}, { stay: 'S2', arrives_on: '2026-01-10', departs_on: '2026-01-09' }];
    const { status, rows, imported, errors } = await importFile(product, unitId, csv(lines));
    expect({ status, rows, imported }).toEqual({ status: 'refused', rows: 2, imported: 0 });
    expect(errors).toHaveLength(1);
    expect([await count('stays'), await count('young_people'), await count('audit_entries')]).toEqual(before);
  });

  it('meets what stands there: rooms, people, names, closures', async () => {
    const unitId = await openUnit(product);
    await importFile(product, unitId, csv([{}]));
    await product
      .as('manager')
      .post('/api/closures')
      .send({
        ...{ unitId, fromOn: '2026-02-01', toOn: '2026-02-03', kind: 'repair', reason: 'boiler' },
      });
    const met: CsvLine[] = [
      { stay: 'A', young_person: 'YP2' },
      { stay: 'B', room: '2', arrives_on: '2026-01-07', departs_on: '2026-01-09' },
      { ...CANCELLED, stay: 'C', family_name: 'Mersh' },
      { stay: 'D', young_person: 'YP3', room: '3', arrives_on: '2026-02-02', departs_on: '2026-02-04' },
    ];
    const { errors } = await importFile(product, unitId, csv(met));
    expect(errors.map(({ line, column, message }) => [line, column, message.slice(0, 56)])).toEqual([
      [2, 'room', 'Room 1 has a stay in the diary from 2026-01-05 to 2026-0'],
      [3, 'young_person', 'The young person has a stay in the diary from 2026-01-05'],
      [4, 'family_name', 'Line 3 gives the same young_person another family_name: '],
      [4, 'family_name', '"YP1" is on file with another family_name: write it as i'],
      [5, 'room', 'Room 3 was closed with the unit (repair) from 2026-02-01'],
    ]);
  });

  it('counts registered places', async () => {
    const unitId = await openUnit(product, 'Two places', 2);
    const lines = [1, 2, 3].map((n) => ({ stay: `S${n}`, young_person: `YP${n}`, room: String(n) }));
    const { errors } = await importFile(product, unitId, csv(lines));
    expect(errors).toMatchObject([
      { line: 4, message: expect.stringContaining('2 registered places') as string },
    ]);
  });

  it('knows where else an imported child was', async () => {
    const [unitId, other] = [await openUnit(product), await openUnit(product)];
    await importFile(product, unitId, csv([{}]));
    await product.dataSource.query(
      `INSERT INTO stays (id, unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on, created_by_name)
       SELECT gen_random_uuid(), $2, young_person_id, 'planned', 'completed', '2026-01-20', '2026-01-22', '2026-01-01', 'Test'
       FROM imported_young_people WHERE unit_id = $1`,
      [unitId, other],
    );
    await product.dataSource.query(
      `INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party)
       SELECT $1, rooms.id, 1, arrives_on, departs_on, stays.id, young_person_id, young_person_id
       FROM stays JOIN rooms ON rooms.unit_id = stays.unit_id AND number = 1 WHERE stays.unit_id = $1`,
      [other],
    );
    const moved = { stay: 'S2', room: '2', arrives_on: '2026-01-21', departs_on: '2026-01-23' };
    const { errors } = await importFile(product, unitId, csv([moved]));
    expect(errors).toMatchObject([
      { line: 2, column: 'young_person', message: expect.stringContaining('was in another unit') as string },
    ]);
  });

  it('says what is wrong with a header that holds the character NUL', async () => {
    const shown = await importFile(product, await openUnit(product), '\0,stay\n1,2\n');
    expect(shown.status).toBe('refused');
    expect(shown.errors.at(-1)?.message).toMatch(/^There is no column/);
  });

  it('says so when the service stopped half-way', async () => {
    const [row] = await product.dataSource.query<{ id: string }[]>(
      `INSERT INTO imports (unit_id, file_name, status, started_by_name, last_heard_of_at)
       VALUES ($1, 'a.csv', 'running', 'Test', now() - interval '61 s') RETURNING id`,
      [await openUnit(product)],
    );
    const shown = await product.as('manager').get(`/api/imports/${row?.id ?? ''}`);
    expect(shown.body).toMatchObject({ status: 'refused', imported: 0 });
    expect(shown.text).toContain('The service stopped while importing; nothing was imported.');
  });
});

it('ends for whatever bytes it is sent', async () => {
  const unitId = await openUnit(product);
  const cells = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', ';', '2026-02-31', '')),
  );
  const files = fc.oneof(
    fc.uint8Array({ max: 255, maxLength: 400 }),
    cells.map((row) => Buffer.from(csv([]) + row.join(','))),
    fc
      .record({ stay: fc.string(), room: fc.string(), reason: fc.string(), arrives_on: fc.string() })
      .map((line) => Buffer.from(csv([line]))),
  );
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const { status, errors } = await importFile(product, unitId, Buffer.from(file));
      expect(['done', 'refused']).toContain(status);
      expect(JSON.stringify(errors)).not.toContain('on our side');
    }),
    { numRuns: 150 },
  );
}, 120_000);
