import { types } from 'pg';
import { DataSource, type MixedList, type EntitySchema } from 'typeorm';
import { migrations } from '../migrations';
import { PreparingClient } from '../src/platform/prepared';

/** Dates stay `YYYY-MM-DD` text, whatever zone the process runs in; revisions and pence fit a number. */
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

interface Parsers {
  setTypeParser(type: number, parse: (text: string) => unknown): void;
  getTypeParser(type: number): (text: string) => unknown;
}

/** The driver has no names for them. */
const DATES = 1182;
const TEXTS = 1009;
const parsers: Parsers = types;
parsers.setTypeParser(DATES, parsers.getTypeParser(TEXTS));

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
    installExtensions: false,
    applicationName: 'short-breaks',
    extra: { Client: PreparingClient, options: '-c TimeZone=UTC', statement_timeout: 30_000 },
  });
}
