import type { Product } from './product';

export interface Written {
  readonly action: string;
  readonly who: string;
  readonly role: string;
  readonly youngPersonId: string | null;
  readonly unitId: string | null;
  readonly subjectId: string | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
}

const SINCE = `
  SELECT action, actor_name AS who, actor_role AS role, young_person_id AS "youngPersonId", unit_id AS "unitId",
    subject_id AS "subjectId", after, reason
  FROM audit_entries WHERE id > $1 ORDER BY id`;

/** What the audit trail says of what `act` did. */
export async function writtenBy(product: Product, act: () => PromiseLike<unknown>): Promise<Written[]> {
  const [last] = await product.dataSource.query<{ id: number }[]>(
    'SELECT coalesce(max(id), 0) AS id FROM audit_entries',
  );
  await act();
  return product.dataSource.query<Written[]>(SINCE, [last?.id]);
}
