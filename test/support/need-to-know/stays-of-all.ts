import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import { daysAfter, type Person } from './crowd';
import type { Grounds } from './grounds';
import { lay } from './lay';

/** Weeks before and after the one of 11 March 2026 in which two young people of each worker stay together. */
const [FIRST_WEEK, LAST_WEEK] = [-24, 14];

/** @returns who is together with whom. */
export async function layWeeks(grounds: Grounds, people: readonly Person[]): Promise<Person[][]> {
  const together: Person[][] = [];
  const four = (week: number) =>
    [0, 1, 100, 101].map((index) => people[((2 * (week - FIRST_WEEK)) % 98) + index]);
  for (let week = FIRST_WEEK; week <= LAST_WEEK; week += 1) {
    const from = daysAfter('2026-03-13', 7 * week);
    const party = four(week).filter((person) => person !== undefined);
    together.push(party);
    for (const [index, person] of party.entries()) {
      const status = week >= 0 ? 'confirmed' : (week + index) % 9 === 0 ? 'cancelled' : 'completed';
      const about = party[(index + 2) % 4]?.givenName ?? '';
      await grounds.stay(person, index + 1, { from, to: daysAfter(from, 3), status, about });
    }
  }
  const tonight = [80, 81, 180, 181].flatMap((index) => people[index] ?? []);
  for (const [index, person] of tonight.entries())
    await grounds.stay(person, index + 1, { from: '2026-03-09', to: '2026-03-13', status: 'in-residence' });
  const alone = people[195];
  if (alone) {
    const from = daysAfter('2026-03-13', 7 * (LAST_WEEK + 1));
    await grounds.stay(alone, 3, { from, to: daysAfter(from, 3), status: 'confirmed', solo: true });
  }
  return [...together, tonight, ...strangersToTheWeeks(people, together)];
}

/** Young people without a stay ahead, each judged with everybody of one week to come. */
function strangersToTheWeeks(people: readonly Person[], together: readonly Person[][]): Person[][] {
  const ahead = together.slice(-FIRST_WEEK);
  return [90, 92, 190, 192].flatMap((index) =>
    ahead.map((party) => [...party, ...people.slice(index, index + 1)]),
  );
}

/** What managers wrote when they authorised and changed stays names other young people. */
export async function layReasons(
  product: Product,
  { stays, unitId }: Grounds,
  people: readonly Person[],
): Promise<void> {
  const some = stays.filter((_, index) => index % 7 === 0);
  const reason = (index: number) =>
    `Agreed with the mother of ${people[index]?.givenName} ${people[199 - index]?.familyName}.`;
  await lay(
    product,
    'authorisations',
    some.map(({ id }, index) => ({
      ...{
        id: randomUUID(),
        stay_id: id,
        code: 'nights-used',
        reason: reason(index),
        manager_id: randomUUID(),
      },
      ...{ manager_name: 'Test', manager_role: 'manager', at: '2026-01-01T12:00:00Z' },
    })),
  );
  for (const [index, { id, youngPersonId }] of some.entries())
    await product.dataSource.query(
      `INSERT INTO audit_entries (actor_name, actor_role, action, unit_id, young_person_id, subject_id, reason)
       VALUES ('Test', 'manager', 'stay.redated', $1, $2, $3, $4)`,
      [unitId, youngPersonId, id, reason(index)],
    );
}
