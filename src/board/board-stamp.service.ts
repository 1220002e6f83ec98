import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../domain/calendar-date';
import { tonight } from '../domain/tonight';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

interface StampRow {
  readonly revision: number;
  readonly runOut: number;
  readonly settings: { readonly from: string; readonly nightRollsAt: string }[];
}

const STAMP = `
  SELECT revision,
    (SELECT count(*)::integer FROM stays WHERE unit_id = unit.id AND status = 'held' AND hold_expires_at <= $2) AS "runOut",
    (SELECT json_agg(json_build_object('from', from_on, 'nightRollsAt', night_rolls_at) ORDER BY from_on, recorded_at)
       FROM unit_settings WHERE unit_id = unit.id) AS settings
  FROM units AS unit WHERE id = $1`;

/** What changes whenever a board does: the diary's revision, holds running out, and the night. */
@Injectable()
export class BoardStamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async of(unitId: string): Promise<string> {
    return (await this.now(unitId)).stamp;
  }

  /** The night it is in the unit too. @throws NotThere */
  async now(unitId: string): Promise<{ readonly stamp: string; readonly today: CalendarDate }> {
    const now = this.clock.now();
    const [row] = await this.database.rows<StampRow>(STAMP, [unitId, now]);
    if (!row) throw new NotThere('There is no such unit.');
    const today = tonight(now, row.settings);
    return { stamp: `${row.revision}.${row.runOut}.${today}`, today };
  }
}
