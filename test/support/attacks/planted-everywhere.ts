import type { Product } from '../product';

/** Breaks out of text, attributes, titles, text areas and scripts, and is a sum to a template that reads it twice. */
export const PLANTED =
  `"'></title></textarea></script><script>window.__hit=1</script>` +
  '<img src=x onerror=window.__hit=1><svg/onload=window.__hit=1>{{7*7}}${7*7}';

/** Kept by the product for itself, or read by it as one of a few words: nobody writes them. */
const NOBODY_WRITES =
  /^(accounts\.(username|role|password_hash|issuer|subject)|(sessions|idempotency_keys|migrations|sent_forms|rate_\w+)\..*|\w+\.(hash|previous_hash|raise_key|link|kind|status|action|role|actor_role|\w+_role|code|name_key|night_rolls_at|\w+_(from|by|at|time|until)))$/;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Writes that text into every column somebody can write words into, past every right and trigger. @returns them. */
export async function plantEverywhere({ dataSource }: Product): Promise<string[]> {
  const columns = await dataSource.query<Column[]>(
    `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
       AND data_type IN ('text', 'character varying', 'ARRAY', 'jsonb') ORDER BY 1, 2`,
  );
  const planted: string[] = [];
  for (const each of columns.filter(({ table, column }) => !NOBODY_WRITES.test(`${table}.${column}`)))
    if (await plant(dataSource, each)) planted.push(`${each.table}.${each.column}`);
  return planted;
}

/** @returns whether it went in: a column of a few words refuses every other. */
async function plant(dataSource: Product['dataSource'], { table, column, type }: Column): Promise<boolean> {
  const words = `left(md5("${table}"::text), 4) || ' ' || $1`;
  const value = {
    ARRAY: `CASE WHEN cardinality("${column}") > 0 THEN ARRAY[${words}] ELSE "${column}" END`,
    jsonb: `regexp_replace("${column}"::text, '"[^"]* [^"]*"(?!:)', to_json($1::text)::text, 'g')::jsonb`,
  }[type];
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SET LOCAL session_replication_role = replica`);
    const [, count] = (await runner.query(
      `UPDATE "${table}" SET "${column}" = ${value ?? words} WHERE "${column}" IS NOT NULL`,
      [PLANTED],
    )) as [unknown, number];
    await runner.commitTransaction();
    return count > 0;
  } catch {
    await runner.rollbackTransaction();
    return false;
  } finally {
    await runner.release();
  }
}
