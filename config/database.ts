import { types } from 'pg';
import { DataSource, type MixedList, type EntitySchema } from 'typeorm';
import { migrations } from '../migrations';
import { PreparingClient } from '../src/platform/prepared';

/** Dates stay `YYYY-MM-DD` text, whatever zone the process runs in; revisions and pence fit a number. */
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

/** Of the type `date[]`, and of `text[]`; the driver has no names for them. */
type TypeId = Parameters<typeof types.getTypeParser>[0];
const DATES = 1182 as TypeId;
const TEXTS = 1009 as TypeId;
types.setTypeParser(DATES, types.getTypeParser(TEXTS) as (text: string) => string[]);

export function createDataSource(
  url: string,
  poolSize: number,
  entities: MixedList<(new () => object) | EntitySchema>,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    applicationName: 'short-breaks',
    extra: { Client: PreparingClient, options: '-c TimeZone=UTC', statement_timeout: 30_000 },
  });
}
