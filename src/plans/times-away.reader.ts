import { Injectable } from '@nestjs/common';
import type { StayStatus } from '../domain/diary';
import { londonDate } from '../domain/london';
import type { TimeAway } from '../domain/nights-counted';
import { nightsTakenUp } from '../domain/overdue';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';

interface AwayRow {
  readonly kind: TimeAway['kind'];
  readonly status: StayStatus;
  readonly from: string;
  readonly to: string;
}

/** Holds that have run out are no stays, even before they are tidied away. */
const AWAY = `
  SELECT kind, status, arrives_on AS "from", departs_on AS "to" FROM stays
  WHERE young_person_id = $1 AND (status IN ('confirmed', 'in-residence', 'completed')
    OR status = 'held' AND hold_expires_at > $2)
  UNION ALL
  SELECT 'elsewhere', 'completed', from_on, to_on FROM declared_nights
  WHERE young_person_id = $1 AND withdrawn_at IS NULL
  ORDER BY "from", "to"`;

/** Every time a young person was, is or will be away: with us, or declared elsewhere. */
@Injectable()
export class TimesAway {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(youngPersonId: string): Promise<TimeAway[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<AwayRow>(AWAY, [youngPersonId, now]);
    return rows.map(({ kind, status, from, to }) => ({
      kind,
      nights: nightsTakenUp({ status, nights: { from, to } }, londonDate(now)),
    }));
  }
}
