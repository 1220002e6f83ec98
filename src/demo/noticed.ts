import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntityManager } from 'typeorm';
import type { NoticedCategory, NoticedUrgency } from '../domain/noticed-thing';
import type { Person } from '../platform/actor';
import { Noticing } from '../plans/noticing.service';
import type { House } from './house';

const NOTICED: readonly (readonly [NoticedCategory, NoticedUrgency, string])[] = [
  ['safety', 'urgent', 'Said an older boy waits for them outside school and has offered money.'],
  ['strength', 'routine', 'Taught the others to make bread, patiently, and tidied up after.'],
  ['feelings', 'soon', 'Could not sleep: worries about what happens when the new baby comes.'],
];

const LATEST_STAYS = `
  SELECT id FROM stays WHERE unit_id = $1 AND status = 'completed' ORDER BY departed_at DESC, id LIMIT $2`;

/** What staff noticed during the last stays, for the key workers to take up. */
export async function noticeThings(
  app: NestExpressApplication,
  tx: EntityManager,
  house: House,
  by: Person,
): Promise<void> {
  const stays = await tx.query<{ id: string }[]>(LATEST_STAYS, [house.unitId, NOTICED.length]);
  for (const [index, { id }] of stays.entries()) {
    const [category, urgency, words] = NOTICED[index] ?? ['other', 'routine', ''];
    await app.get(Noticing, { strict: false }).notice(id, { category, urgency, words }, by);
  }
}
