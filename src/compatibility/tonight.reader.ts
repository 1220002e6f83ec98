import { Injectable } from '@nestjs/common';
import { earlierOf, type CalendarDate } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { tonight } from '../domain/tonight';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';

interface NightRolls {
  readonly from: string;
  readonly nightRollsAt: string;
}

/** `$1` the young person, `$2` the date: the settings of the units where they stay, or of all where they stay in none. */
const NIGHT_ROLLS = `
  WITH theirs AS (
    SELECT unit_id FROM stays WHERE young_person_id = $1
      AND (status = 'in-residence' OR status IN ('held', 'confirmed') AND arrives_on <= $2 AND departs_on >= $2))
  SELECT json_agg(json_build_object('from', from_on, 'nightRollsAt', night_rolls_at)
    ORDER BY from_on, recorded_at) AS settings
  FROM unit_settings
  WHERE unit_id IN (SELECT unit_id FROM theirs) OR NOT EXISTS (SELECT FROM theirs)
  GROUP BY unit_id`;

/** Which night it is for a young person: before 09:00† still the one that began yesterday. */
@Injectable()
export class TonightReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Where they stay; the earliest that is running anywhere, for one who stays nowhere or when nobody is named. */
  async of(youngPersonId: string | null): Promise<CalendarDate> {
    const now = this.clock.now();
    const units = await this.database.rows<{ settings: NightRolls[] }>(NIGHT_ROLLS, [
      youngPersonId,
      londonDate(now),
    ]);
    return units.map(({ settings }) => tonight(now, settings)).reduce(earlierOf, londonDate(now));
  }
}
