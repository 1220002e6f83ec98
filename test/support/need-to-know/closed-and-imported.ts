import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/database';
import { Notices } from '../../../src/platform/notices/notices';
import type { Product } from '../product';
import type { Person } from './crowd';
import { lay } from './lay';
import type { NamedUnit } from './named-unit';

export async function layClosures(product: Product, unit: NamedUnit): Promise<string[]> {
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

export async function layImports(product: Product, unitId: string): Promise<string[]> {
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

/** To the key workers and the manager, about everybody. */
export async function writeNotices(
  product: Product,
  unitId: string,
  people: readonly Person[],
): Promise<string[]> {
  const words = { subject: 'A stay has moved', body: 'Somebody you hold the plan of stays on other nights.' };
  return product.app.get(Database).transaction((tx) =>
    product.app.get(Notices).write(tx, {
      ...words,
      ...{ kind: 'stay.moved', unitId, link: '/requests', about: people.map(({ id }) => id) },
      to: [{ role: 'worker' }, { role: 'manager' }],
    }),
  );
}
