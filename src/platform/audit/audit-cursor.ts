import { limitOf, type ListQuery, type Listing } from '../listing';
import { Misshapen } from '../problem';
import type { Recorded } from './audit-reader';

/** The entry a page of the audit trail begins before. @throws Misshapen when the cursor is not one we gave. */
export function beforeOf({ cursor }: ListQuery): number | undefined {
  if (!cursor) return undefined;
  if (!/^\d{1,15}$/.test(cursor))
    throw Misshapen.at('/cursor', 'Use the nextCursor of the page before, unchanged.');
  return Number(cursor);
}

/** From one entry more than asked for. */
export function entriesPage(rows: readonly Recorded[], query: ListQuery): Listing<Recorded> {
  const items = rows.slice(0, limitOf(query));
  const last = rows.length > items.length ? items.at(-1) : undefined;
  return { items, nextCursor: last ? String(last.id) : null };
}
