import { Database } from '../../src/platform/database';
import { routesOf } from '../support/need-to-know/routes';
import { siblings } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const retentionOf = async (id: string) =>
  ((await product.as('staff').get(`/api/young-people/${id}`).expect(200)).body as { retention: object })
    .retention;

/** Of what is a child's, everything; beds, keys and sessions are kept elsewhere or are nobody's. */
const NEVER_REMOVED = `
  SELECT DISTINCT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'bed_uses'
    AND (attname = 'young_person_id' OR relname IN ('young_people', 'families', 'cas_plans'))
    AND NOT attisdropped ORDER BY 1`;

const RIGHTS = `
  SELECT relname FROM pg_class WHERE relname = ANY ($1)
    AND (has_table_privilege(oid, 'DELETE') OR has_table_privilege(oid, 'TRUNCATE'))`;

describe('a child’s record', () => {
  it('says how long it is kept, on its page and to programs', async () => {
    const [id = ''] = await siblings(product, 1, '2012-02-29');
    expect(await retentionOf(id)).toEqual({
      class: 'childs-case-record',
      keptUntil: '2087-03-01',
      isProvisional: false,
    });
    const page = await product.as('staff').get(`/young-people/${id}`).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('Child’s case record');
    expect(page.text).toContain('Sat 1 March 2087');
    expect(page.text).toContain('Nothing is removed automatically');
  });

  it('is kept from the latest they can have been born, until their date of birth is known', async () => {
    const [id = ''] = await siblings(product, 1, '2010-09-11');
    await product.dataSource.query(
      `UPDATE young_people SET not_known = '{date-of-birth}', created_at = '2026-03-11T12:00:00Z' WHERE id = $1`,
      [id],
    );
    expect(await retentionOf(id)).toMatchObject({ keptUntil: '2086-03-11', isProvisional: true });
    const page = await product.as('staff').get(`/young-people/${id}`).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('Their date of birth is not known');
  });

  it('is removed by no address of the product', () => {
    expect(routesOf(product).filter(({ method }) => method === 'delete')).toEqual([]);
  });

  it('cannot be removed by the product’s role in the database', async () => {
    const tables = (await product.dataSource.query<{ relname: string }[]>(NEVER_REMOVED)).map(
      ({ relname }) => relname,
    );
    expect(tables).toEqual(expect.arrayContaining(['young_people', 'stays', 'case_record_entries']));
    expect(await product.app.get(Database).rows(RIGHTS, [tables])).toEqual([]);
  });
});
