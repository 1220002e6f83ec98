import type { SelectQueryBuilder } from 'typeorm';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import type { JudgementsQuery } from './judgements.dto';

/** Of young people whom whoever asks may know of: all of those in `columns`, or the judgement is not for them. */
export function ofFamilies<T extends object>(
  judgements: SelectQueryBuilder<T>,
  families: ReadonlySet<string> | undefined,
  columns: string,
): SelectQueryBuilder<T> {
  if (!families) return judgements;
  return judgements.andWhere(
    `NOT EXISTS (SELECT FROM young_people
      WHERE young_people.id IN (${columns}) AND NOT family_id = ANY (:families::uuid[]))`,
    { families: [...families] },
  );
}

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
