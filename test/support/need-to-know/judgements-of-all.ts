import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Person } from './crowd';
import { lay } from './lay';

/** Controls, reasons and decisions full of the names of two. */
export async function layJudgements(
  product: Product,
  people: readonly Person[],
  parties: readonly Person[][],
) {
  const pairs = new Map<string, readonly [Person, Person]>();
  for (const party of parties)
    for (const [index, one] of party.entries())
      for (const other of party.slice(index + 1)) pairs.set([one.id, other.id].sort().join(), [one, other]);
  const outcomes = ['compatible', 'with-controls', 'compatible', 'with-controls', 'not-together'];
  const assessments = [...pairs.values()].map(([one, other], index) => ({
    ...{ id: randomUUID(), ...pairInOrder([one, other]) },
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
