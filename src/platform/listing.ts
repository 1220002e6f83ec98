import { Transform } from 'class-transformer';
import { TextField, WholeNumberField } from './shape';
import { Misshapen } from './problem';

const USUAL = 100;
const MOST = 500;

/** `?limit=&cursor=` of every list. */
export class ListQuery {
  @WholeNumberField(1, MOST, { optional: true })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  limit?: number;

  @TextField({ optional: true, longest: 400, description: 'nextCursor of the page before' })
  cursor?: string;
}

export interface Listing<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Where a page begins: after the row with this sort key and id. */
export interface After {
  readonly key: string;
  readonly id: string;
}

export function wholeListing<T>(items: readonly T[]): Listing<T> {
  return { items, nextCursor: null };
}

export function limitOf({ limit }: ListQuery): number {
  return limit ?? USUAL;
}

/** @throws Misshapen when the cursor is not one we gave. */
export function afterOf({ cursor }: ListQuery): After | undefined {
  if (!cursor) return undefined;
  const [id, key] = Buffer.from(cursor, 'base64url').toString('utf8').split(/ (.*)/s);
  if (!id || key === undefined || !/^[0-9a-f-]{36}$/.test(id) || key.includes('\0')) throw badCursor();
  return { id, key };
}

/** For what is no cursor of ours. */
export function badCursor(): Misshapen {
  return Misshapen.at('/cursor', 'Use the nextCursor of the page before, unchanged.');
}

/** From one row more than asked for: the page, and the cursor of the next when there is one. */
export function listing<Row extends { readonly id: string }>(
  rows: readonly Row[],
  query: ListQuery,
  keyOf: (row: Row) => string,
): Listing<Row> {
  const limit = limitOf(query);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return wholeListing(items);
  return { items, nextCursor: Buffer.from(`${last.id} ${keyOf(last)}`).toString('base64url') };
}
