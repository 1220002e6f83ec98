import type { SelectQueryBuilder } from 'typeorm';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import type { JudgementsQuery } from './judgements.dto';

/** Newest first. The time is read as text, because a `Date` forgets the microseconds the order needs. */
export async function newestFirst<T extends { readonly id: string }>(
  judgements: SelectQueryBuilder<T>,
  at: string,
  query: JudgementsQuery,
): Promise<Listing<T>> {
  const after = afterOf(query);
  const page = judgements
    .addSelect(`${at}::text`, 'key')
    .orderBy(at, 'DESC')
    .addOrderBy('judgement.id', 'DESC')
    .limit(limitOf(query) + 1);
  if (after) page.andWhere(`(${at}, judgement.id) < (:key::timestamptz, :id::uuid)`, { ...after });
  const { entities, raw } = await page.getRawAndEntities<{ key: string }>();
  const keys = new Map(entities.map(({ id }, index) => [id, raw[index]?.key ?? '']));
  return listing(entities, query, ({ id }) => keys.get(id) ?? '');
}
