import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { addDays } from '../../src/domain/calendar-date';
import { LOCK_ONE } from '../../src/platform/unit-gate';
import { PLACE } from '../../src/stays/bed-uses';
import { DIARY } from '../../src/stays/diary.reader';
import type { Bookable } from './bookings';

const MARGIN = 14;
const NOBODY = { id: null, name: 'Nobody', role: 'system' };

/** The very statements of a booking, with nobody asking whether it may be. */
export async function bookBare(
  pool: Pool,
  { unit, youngPersonId, roomId, bed, arrivesOn, departsOn }: Bookable,
): Promise<void> {
  const now = new Date();
  const [id, unitId] = [randomUUID(), unit.id];
  const dates = { arrivesOn, departsOn, requestedOn: arrivesOn };
  const state = { kind: 'planned', status: 'confirmed', solo: false, acknowledged: [], version: 1 };
  const stay = { id, unitId, youngPersonId, ...dates, ...state, createdAt: now, createdByName: NOBODY.name };
  const nights = { from: arrivesOn, to: departsOn };
  const use = {
    stayId: id,
    unitId,
    roomId,
    bed,
    ...nights,
    youngPersonId,
    party: youngPersonId,
    solo: false,
  };
  const entry = { action: 'stay.confirmed', unitId, youngPersonId, subjectId: id, after: stay };
  const around = [addDays(arrivesOn, -MARGIN), addDays(departsOn, MARGIN)];
  const connection = await pool.connect();
  try {
    await connection.query('START TRANSACTION');
    await connection.query(LOCK_ONE, [unitId, now]);
    await connection.query(DIARY, [unitId, ...around, now, [youngPersonId]]);
    const entries = [NOBODY.id, NOBODY.name, NOBODY.role, JSON.stringify([entry]), null];
    await connection.query(PLACE, [JSON.stringify([use]), JSON.stringify([stay]), ...entries]);
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}
