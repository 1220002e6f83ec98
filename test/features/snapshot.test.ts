import { Database } from '../../src/platform/database';
import { startProduct, type Product } from '../support/product';

let product: Product;
let database: Database;
beforeAll(async () => {
  product = await startProduct();
  database = product.app.get(Database);
});
afterAll(() => product.close());

const COUNT = 'SELECT count(*)::integer AS families FROM families';
const ADD = `INSERT INTO families (reference) VALUES ('F')`;

const families = async () => (await database.rows<{ families: number }>(COUNT))[0]?.families ?? 0;

describe('what is read of one moment', () => {
  it('does not see what others commit meanwhile', async () => {
    const [before, after] = await database.snapshot(async () => {
      const first = await families();
      await product.dataSource.query(ADD);
      return [first, await families()];
    });
    expect(after).toBe(before);
    expect(await families()).toBe(before + 1);
  });

  it('writes nothing', async () => {
    await expect(database.snapshot(() => database.rows(ADD))).rejects.toThrow('read-only');
  });

  it('is read inside the transaction that is open already', async () => {
    const seen = await database.transaction(async (tx) => {
      const before = await families();
      await tx.query(ADD);
      return (await database.snapshot(families)) - before;
    });
    expect(seen).toBe(1);
  });
});
