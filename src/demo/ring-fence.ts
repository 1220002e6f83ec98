import type { NestExpressApplication } from '@nestjs/platform-express';
import { Account } from '../accounts/account.entity';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { londonInstant } from '../domain/london';
import type { RingFence } from '../domain/ring-fence';
import { Database } from '../platform/database';
import { SettingsChanges } from '../units/settings-changes.service';

interface DemoRingFence {
  /** Days from today: when it was decided, from which night it holds, and the first it no longer does. */
  readonly decided: number;
  readonly from: number;
  readonly until?: number;
  readonly by: 'manager' | 'deputy';
  readonly ringFence: RingFence;
  readonly reason: string;
}

const planned = (keptForPlanned: number, displacement: RingFence['displacement']): RingFence => ({
  keptForPlanned,
  keptForEmergency: 0,
  displacement,
});

/** In the order they were decided. No bed is kept for emergencies: every booking of the demonstration finds its place. */
const DECISIONS: readonly DemoRingFence[] = [
  {
    ...{ decided: -310, from: -300, by: 'manager', ringFence: planned(2, 'never') },
    reason: 'The first year with EDT. Families have to be able to count on their dates.',
  },
  {
    ...{ decided: -89, from: -75, by: 'manager', ringFence: planned(0, 'freely') },
    reason: 'EDT found no bed on four nights of one month.',
  },
  {
    ...{ decided: -82, from: -75, by: 'deputy', ringFence: planned(1, 'with-authority') },
    reason: 'Three families objected to the change before it began. Agreed with EDT: they ring us first.',
  },
  {
    ...{ decided: -5, from: 40, until: 54, by: 'deputy', ringFence: planned(2, 'with-authority') },
    reason: 'Two weeks in which nearly every family has asked for a break.',
  },
];

const OPENED = -400;

/** All that one change wrote. */
const BACKDATE = `
  UPDATE unit_settings SET recorded_at = $2
  WHERE (unit_id, recorded_at) = (SELECT unit_id, recorded_at FROM unit_settings WHERE id = $1)`;

/** How the ring-fence came to be what it is, and what is decided for later. */
export async function decideRingFence(
  app: NestExpressApplication,
  unitId: string,
  today: CalendarDate,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  const changes = app.get(SettingsChanges, { strict: false });
  const backdate = (recordId: string, days: number) =>
    database.rows(BACKDATE, [recordId, londonInstant(addDays(today, days), '11:20')]);
  for (const opened of await changes.all(unitId)) await backdate(opened.id, OPENED);
  for (const { decided, from, until, by: username, ringFence, reason } of DECISIONS) {
    const { id, name, role } = await database.manager.findOneByOrFail(Account, { username });
    const nights = {
      from: addDays(today, from),
      ...(until === undefined ? {} : { until: addDays(today, until) }),
    };
    const record = await changes.change(unitId, { ...nights, ringFence, reason }, { id, name, role });
    await backdate(record.id, decided);
  }
}
