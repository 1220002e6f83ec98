import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Grounds } from './grounds';
import type { Thing } from './laid';
import { lay } from './lay';

/** Claims of nights gone by that a manager made, full of the names of those they were for, and what they left to do. */
export async function layClaims(
  product: Product,
  { unitId, stays, households, accounts }: Grounds,
): Promise<Thing[]> {
  const names = new Map(
    households.flatMap(({ people }) => people.map(({ id, givenName }) => [id, givenName])),
  );
  const past = stays.filter(({ status }) => status === 'completed').slice(-12);
  const claims = past.map((stay) => ({ ...stay, id: randomUUID(), stayId: stay.id }));
  await lay(
    product,
    'emergency_claims',
    claims.map(({ id, stayId, youngPersonId }) => ({
      ...{ id, unit_id: unitId, stay_id: stayId, young_person_id: youngPersonId, night: '2026-03-06' },
      ...{ claimed_at: '2026-03-06T22:00:00Z', claimed_by_id: accounts.get('manager') },
      ...{ claimed_by_name: 'Test manager', claimed_by_role: 'manager', ends_at: '2026-03-09T17:00:00Z' },
      ...{ legal_basis: 'epo', reason: `${names.get(youngPersonId)} could not stay at home.` },
      ...{ alternatives: 'None.', approved_by_name: 'M Ellis', approved_by_role: 'manager' },
      ...{ approved_at: '2026-03-06T22:00:00Z', risks: ['not-known'], not_known: [], version: 1 },
      controls: [`Keep ${names.get(youngPersonId)} in sight.`],
    })),
  );
  await lay(
    product,
    'tasks',
    claims.map(({ id, stayId, youngPersonId }) => ({
      ...{ id: randomUUID(), unit_id: unitId, stay_id: stayId, young_person_id: youngPersonId },
      ...{
        raise_key: `claim:${id}`,
        kind: 'emergency-end',
        words: 'The emergency ends.',
        owner_role: 'manager',
      },
      ...{
        link: `/emergency-claims/${id}`,
        due_at: '2026-03-09T17:00:00Z',
        raised_at: '2026-03-06T22:00:00Z',
      },
    })),
  );
  return claims.map(({ id, keyWorker, youngPersonId }) => ({ id, keyWorker, youngPersonId, status: 'past' }));
}
