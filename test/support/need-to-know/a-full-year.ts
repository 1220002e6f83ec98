import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import { daysAfter, madeUp, twoHundred, type Household, type KeyWorker, type Person } from './crowd';
import type { Laid, Thing } from './laid';
import { lay } from './lay';
import { layPlans } from './plans-of-all';
import { layRequests } from './requests-of-all';

/** Weeks before and after the one of 11 March 2026 in which two young people of each worker stay together. */
const [FIRST_WEEK, LAST_WEEK] = [-24, 14];

export interface LaidStay extends Thing {
  readonly keyWorker: KeyWorker;
  readonly youngPersonId: string;
  readonly status: string;
}

export interface Grounds {
  readonly unitId: string;
  readonly households: readonly Household[];
  readonly accounts: ReadonlyMap<string, string>;
  readonly stays: LaidStay[];
  stay(who: Person, bed: number, asked: Asked): Promise<string>;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly about?: string;
  readonly solo?: boolean;
  readonly free?: boolean;
}

/** Two hundred young people in one unit, who stayed, stay and are to stay together, and all that is written of them. */
export async function aFullYear(product: Product): Promise<Laid> {
  const households = twoHundred();
  const people = households.flatMap((household) => household.people);
  const unit = await aUnitNamed(product);
  const otherUnit = await aUnitNamed(product);
  await lay(
    product,
    'families',
    households.map(({ id, reference }) => ({ id, reference })),
  );
  await lay(
    product,
    'young_people',
    people.map((person) => ({
      id: person.id,
      family_id: person.familyId,
      given_name: person.givenName,
      family_name: person.familyName,
      date_of_birth: person.dateOfBirth,
      case_reference: person.caseReference,
    })),
  );
  const accounts = new Map(
    (
      await product.dataSource.query<{ username: string; id: string }[]>('SELECT username, id FROM accounts')
    ).map(({ username, id }) => [username, id]),
  );
  const grounds = groundsOf(product, unit, households, accounts);
  const plans = await layPlans(product, grounds);
  const pairs = await layWeeks(grounds, people);
  const judged = await layJudgements(product, people, pairs);
  await layReasons(product, grounds, people);
  const asked = await layRequests(product, grounds);
  const noticed = await layNoticed(product, grounds);
  const visits = await layVisits(product, unit.id, people);
  return {
    unitId: unit.id,
    otherUnitId: otherUnit.id,
    households,
    people,
    rooms: unit.rooms.map(({ id, name, number }) => ({ id, name, keyWorker: workerOf(number) })),
    ids: {
      families: households,
      'young-people': people,
      stays: grounds.stays,
      'noticed-things': noticed,
      'day-visits': visits,
      ...plans,
      ...judged,
      ...asked,
    },
    closures: await layClosures(product, unit),
    imports: await layImports(product, unit.id),
  };
}

interface NamedUnit {
  readonly id: string;
  readonly rooms: readonly { readonly id: string; readonly number: number; readonly name: string }[];
}

let rooms = 0;

async function aUnitNamed(product: Product): Promise<NamedUnit> {
  const answer = await product
    .as('manager')
    .post('/api/units')
    .send({
      name: `Test unit ${rooms}`,
      places: 4,
      ageRange: { from: 8, to: 17 },
      rooms: [1, 2, 3, 4].map((number) => ({
        number,
        name: madeUp('R', (rooms += 1), 'w'),
        features: ['bath'],
      })),
    });
  return answer.body as NamedUnit;
}

function workerOf(bed: number): KeyWorker {
  return bed <= 2 ? 'worker' : 'worker-2';
}

function groundsOf(
  product: Product,
  unit: NamedUnit,
  households: readonly Household[],
  accounts: ReadonlyMap<string, string>,
): Grounds {
  const stays: LaidStay[] = [];
  return {
    unitId: unit.id,
    households,
    accounts,
    stays,
    stay: async (who, bed, { from, to, status, about, solo = false, free = false }) => {
      const id = randomUUID();
      const isOver = status === 'completed';
      await lay(product, 'stays', [
        {
          ...{ id, unit_id: unit.id, young_person_id: who.id, kind: 'planned', status, solo, version: 1 },
          ...{ arrives_on: from, departs_on: to, requested_on: '2025-09-01', created_by_name: 'Test' },
          hold_expires_at: status === 'held' ? '2026-03-14T12:00:00Z' : null,
          arrived_at: isOver || status === 'in-residence' ? `${from}T17:00:00Z` : null,
          departed_at: isOver ? `${to}T09:00:00Z` : null,
          destination: isOver ? 'Home' : null,
          summary: isOver ? `Went swimming with ${about}.` : null,
          ended_on: status === 'cancelled' ? from : null,
          ended_by: status === 'cancelled' ? 'unit' : null,
          ended_reason: status === 'cancelled' ? `Could not be with ${about}.` : null,
          acknowledged: [],
          created_at: '2025-09-01T12:00:00Z',
        },
      ]);
      const room = unit.rooms.find(({ number }) => number === bed);
      await lay(product, 'bed_uses', [
        {
          ...{
            id: randomUUID(),
            unit_id: unit.id,
            room_id: room?.id,
            bed,
            from_on: from,
            to_on: to,
            stay_id: id,
          },
          ...{ young_person_id: who.id, party: id, whole_unit: solo, live: status !== 'cancelled' && !free },
        },
      ]);
      stays.push({ id, keyWorker: who.keyWorker, youngPersonId: who.id, status });
      return id;
    },
  };
}

/** @returns who is together with whom. */
async function layWeeks(grounds: Grounds, people: readonly Person[]): Promise<Person[][]> {
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

async function layJudgements(product: Product, people: readonly Person[], parties: readonly Person[][]) {
  const pairs = new Map<string, readonly [Person, Person]>();
  for (const party of parties)
    for (const one of party)
      for (const other of party) if (one.id < other.id) pairs.set(`${one.id} ${other.id}`, [one, other]);
  const outcomes = ['compatible', 'with-controls', 'compatible', 'with-controls', 'not-together'];
  const assessments = [...pairs.values()].map(([one, other], index) => ({
    ...{ id: randomUUID(), first_young_person_id: one.id, second_young_person_id: other.id },
    ...{ outcome: outcomes[index % 5], review_on: '2027-01-01', author_name: 'Test' },
    controls:
      index % 5 === 1 || index % 5 === 3 ? `Keep ${one.givenName} from ${other.givenName} at night.` : null,
    reasons: `${one.givenName} ${one.familyName} knows ${other.givenName}.`,
    strengths: `${one.givenName} and ${other.givenName} cook together.`,
    risks: `${other.givenName} copies ${one.givenName}.`,
    assessed_at: '2026-01-01T12:00:00Z',
  }));
  await lay(product, 'compatibility_assessments', assessments);
  const waitedFor = parties.slice(-4).flatMap(([one, , other]) => (one && other ? [[one, other]] : []));
  await lay(
    product,
    'assessment_requests',
    waitedFor.map((pair) => ({
      ...pairInOrder(pair),
      ...{ id: randomUUID(), asked_at: '2026-03-01T12:00:00Z', asked_by_name: 'Test', status: 'open' },
      reason: `For ${pair[0]?.givenName} with ${pair[1]?.givenName}.`,
    })),
  );
  const decisions = [95, 96, 195, 196].flatMap((index) => people[index] ?? []);
  const solo = decisions.map((person) => ({ id: randomUUID(), person }));
  await lay(
    product,
    'solo_decisions',
    solo.map(({ id, person }) => ({
      ...{
        id,
        young_person_id: person.id,
        reason: `${person.givenName} fights with ${people[40]?.givenName}.`,
      },
      ...{ starts_on: '2026-01-01', review_on: '2027-01-01', approver_name: 'Test', sibling_ids: [] },
      decided_at: '2026-01-01T12:00:00Z',
    })),
  );
  return {
    'compatibility-assessments': assessments.map(({ id }) => ({ id })),
    'solo-decisions': solo.map(({ id, person }) => ({
      id,
      keyWorker: person.keyWorker,
      youngPersonId: person.id,
    })),
  };
}

function pairInOrder(pair: readonly Person[]) {
  const [first_young_person_id, second_young_person_id] = pair.map(({ id }) => id).sort();
  return { first_young_person_id, second_young_person_id };
}

/** What managers wrote when they authorised and changed stays names other young people. */
async function layReasons(
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

async function layNoticed(product: Product, { stays, households }: Grounds): Promise<Thing[]> {
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

async function layVisits(product: Product, unitId: string, people: readonly Person[]): Promise<Thing[]> {
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

async function layClosures(product: Product, unit: NamedUnit): Promise<string[]> {
  const closed = { unitId: unit.id, kind: 'repair', reason: 'The boiler.' };
  const ids: string[] = [];
  for (const [roomId, fromOn, toOn] of [
    [unit.rooms[0]?.id, '2026-09-07', '2026-09-10'],
    [undefined, '2026-09-14', '2026-09-16'],
  ]) {
    const answer = await product
      .as('manager')
      .post('/api/closures')
      .send({ ...closed, fromOn, toOn, ...(roomId ? { roomId } : {}) });
    ids.push((answer.body as { id: string }).id);
  }
  return ids;
}

async function layImports(product: Product, unitId: string): Promise<string[]> {
  const made = { unit_id: unitId, file_name: 'stays.csv', rows: 3, started_by_name: 'Test' };
  const imports = ['done', 'refused'].map((status) => ({ id: randomUUID(), status, ...made }));
  const at = {
    imported: 0,
    unchanged: 0,
    errors: [],
    started_at: '2026-03-01T12:00:00Z',
    last_heard_of_at: '2026-03-01T12:00:00Z',
  };
  await lay(
    product,
    'imports',
    imports.map((each) => ({ ...each, ...at })),
  );
  return imports.map(({ id }) => id);
}
