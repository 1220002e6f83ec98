import type { Product } from '../product';

/** The tables of the product whose rows hold that text anywhere. */
export async function tablesHolding({ dataSource }: Product, text: string): Promise<string[]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema')
       AND nspname = 'public' ORDER BY relname`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await dataSource.query<{ held: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${name}" WHERE "${name}"::text ILIKE '%' || $1 || '%') AS held`,
      [text],
    );
    if (row?.held) holding.push(name);
  }
  return holding;
}
