import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Person } from './crowd';
import type { Thing } from './laid';
import { lay } from './lay';

/** Of every fifth young person an entry, and another that puts it right; each names whom it is about and nobody else. */
export async function layCaseRecords(
  product: Product,
  unitId: string,
  people: readonly Person[],
): Promise<Thing[]> {
  const written = people.filter((_, index) => index % 5 === 0);
  const entries = written.map((person) => ({ id: randomUUID(), person, corrects: null as string | null }));
  const corrections = entries.map(({ id, person }) => ({ id: randomUUID(), person, corrects: id }));
  const row = ({ id, person, corrects }: (typeof entries)[number]) => ({
    ...{ id, unit_id: unitId, young_person_id: person.id, about_on: '2026-03-01', corrects_id: corrects },
    text: `${person.givenName} ${corrects ? 'swam' : 'ran'}.`,
    written_at: corrects ? '2026-03-03T12:00:00Z' : '2026-03-02T12:00:00Z',
    ...{ author_id: randomUUID(), author_name: 'Test staff', author_role: 'staff' },
  });
  await lay(product, 'case_record_entries', entries.map(row));
  await lay(product, 'case_record_entries', corrections.map(row));
  return [...entries, ...corrections].map(({ id, person, corrects }) => ({
    ...{ id, keyWorker: person.keyWorker, youngPersonId: person.id },
    status: corrects ? 'correction' : 'corrected',
  }));
}
