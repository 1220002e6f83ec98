import type { Product } from '../product';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table as they are, without asking the product; every row has the columns of the first. */
export async function lay(product: Product, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await product.dataSource.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
