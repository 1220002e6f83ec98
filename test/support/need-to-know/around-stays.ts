import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import { daysAfter, type Person } from './crowd';
import type { Grounds } from './grounds';
import type { Thing } from './laid';
import { lay } from './lay';

export async function layNoticed(product: Product, { stays, households }: Grounds): Promise<Thing[]> {
  const names = new Map(
    households.flatMap(({ people }) => people.map(({ id, givenName }) => [id, givenName])),
  );
  const past = stays.filter(({ status }) => status === 'completed').slice(-40);
  const things = past.map((stay) => ({ ...stay, id: randomUUID(), stayId: stay.id }));
  await lay(
    product,
    'noticed_things',
    things.map(({ id, stayId, youngPersonId }, index) => ({
      ...{ id, stay_id: stayId, young_person_id: youngPersonId, category: 'feelings', urgency: 'soon' },
      ...{ words: `${names.get(youngPersonId)} slept well.`, noticed_by_name: 'Test' },
      ...{ noticed_at: '2026-03-01T12:00:00Z', status: index % 4 === 3 ? 'set-aside' : 'open' },
      ...(index % 4 === 3
        ? { settled_at: '2026-03-02T12:00:00Z', settled_by_name: 'Test', settled_words: 'Known.' }
        : { settled_at: null, settled_by_name: null, settled_words: null }),
    })),
  );
  return things.map(({ id, keyWorker, youngPersonId }) => ({
    id,
    keyWorker,
    youngPersonId,
    status: 'noticed',
  }));
}

export async function layVisits(
  product: Product,
  unitId: string,
  people: readonly Person[],
): Promise<Thing[]> {
  const visitors = [50, 51, 150, 151].flatMap((index) => people[index] ?? []);
  const visits = visitors.map((person) => ({ ...person, visitId: randomUUID() }));
  await lay(
    product,
    'day_visits',
    visits.map(({ visitId, id, givenName }, index) => ({
      ...{ id: visitId, unit_id: unitId, young_person_id: id, visits_on: daysAfter('2026-03-11', index) },
      ...{ from_time: '15:30', to_time: '18:00', purpose: `Tea with ${givenName}`, status: 'booked' },
      ...{ acknowledged: [], booked_at: '2026-03-01T12:00:00Z', booked_by_name: 'Test' },
    })),
  );
  return visits.map(({ visitId, keyWorker, id }) => ({ id: visitId, keyWorker, youngPersonId: id }));
}

/** Of those here tonight and of past stays; what staff wrote when they were done names them. */
export async function layTasks(
  product: Product,
  unitId: string,
  { stays, households }: Grounds,
  managerId: string | undefined,
): Promise<Thing[]> {
  const names = new Map(
    households.flatMap(({ people }) => people.map(({ id, givenName }) => [id, givenName])),
  );
  const about = stays.filter(({ status }) => status === 'in-residence' || status === 'completed').slice(-40);
  const tasks = about.map((stay, index) => ({
    ...stay,
    id: randomUUID(),
    stayId: stay.id,
    done: index % 3 === 0,
  }));
  await lay(
    product,
    'tasks',
    tasks.map(({ id, stayId, youngPersonId, done }, index) => ({
      ...{
        id,
        unit_id: unitId,
        stay_id: stayId,
        young_person_id: youngPersonId,
        raise_key: `overstay:${id}`,
      },
      ...{
        kind: 'overstay',
        words: 'This emergency stay is past its end.',
        link: `/young-people/${youngPersonId}`,
      },
      ...{ owner_role: index % 2 === 0 ? 'manager' : 'staff', owner_id: index % 5 === 0 ? managerId : null },
      ...{ due_at: '2026-03-10T17:00:00Z', raised_at: '2026-03-10T17:00:00Z' },
      ...{ done_at: done ? '2026-03-11T09:00:00Z' : null, done_by_name: done ? 'Test staff' : null },
      ...{ done_by_id: done ? randomUUID() : null, closed_why: done ? 'done' : null },
      done_words: done ? `${names.get(youngPersonId)} goes to an aunt.` : null,
    })),
  );
  return tasks.map(({ id, keyWorker, youngPersonId, done }) => ({
    ...{ id, keyWorker, youngPersonId },
    status: done ? 'done' : 'open',
  }));
}

/** By staff, of those here tonight: what they wrote names whoever else is here. */
export async function layClaims(
  product: Product,
  unitId: string,
  { stays, households }: Grounds,
  managerId: string | undefined,
): Promise<Thing[]> {
  const here = stays.filter(({ status }) => status === 'in-residence');
  const people = households.flatMap((household) => household.people);
  const claims = here.map((stay, index) => {
    const peer = here[(index + 1) % here.length]?.youngPersonId;
    const named = people.find(({ id }) => id === peer)?.givenName;
    return { ...stay, id: randomUUID(), stayId: stay.id, reason: `Fell out with ${named} at home.` };
  });
  await lay(
    product,
    'emergency_claims',
    claims.map(({ id, stayId, youngPersonId, reason }) => ({
      ...{
        id,
        unit_id: unitId,
        stay_id: stayId,
        young_person_id: youngPersonId,
        night: '2026-03-09',
        reason,
      },
      ...{ claimed_at: '2026-03-09T22:00:00Z', claimed_by_id: managerId, claimed_by_name: 'Test manager' },
      ...{ claimed_by_role: 'manager', ends_at: '2026-03-10T17:00:00Z', legal_basis: 'epo', version: 1 },
      ...{ alternatives: reason, approved_by_name: 'Test', approved_by_role: 'service manager' },
      ...{
        approved_at: '2026-03-09T21:50:00Z',
        risks: ['not-known'],
        controls: [reason],
        not_known: ['risks'],
      },
    })),
  );
  return claims.map(({ id, keyWorker, youngPersonId }) => ({ id, keyWorker, youngPersonId, status: 'made' }));
}
