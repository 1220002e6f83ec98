import type { NestExpressApplication } from '@nestjs/platform-express';
import { Closures } from '../closures/closures.service';
import { Assessments } from '../compatibility/assessments.service';
import { SoloDecisions } from '../compatibility/solo-decisions.service';
import { addDays } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { bookStays } from './booked-stays';
import { bookDayVisits } from './day-visits';
import { recordClaim } from './emergency';
import { House } from './house';
import { recordJudgements } from './judged';
import { openLarchHouse } from './larch-house';
import { noticeThings } from './noticed';
import { agreePlans } from './plans';
import { isRecorded, recordStays } from './recorded-stays';
import { askForBreaks } from './requests';
import { rosterAround, type Roster } from './roster';
import { FALL_OUT, LET_IN, SOLO } from './young-people';

/** A unit as it might be on any day: people in residence, bookings ahead, judgements, a closure, a conflict. */
export async function openABusyHouse(app: NestExpressApplication, by: Person): Promise<void> {
  const { manager } = app.get(Database, { strict: false });
  const audit = app.get(AuditTrail, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  const today = londonDate(now);
  const house = await House.filled(manager, await openLarchHouse(app, today, by), today);
  await agreePlans(manager, house, today);
  const roster = rosterAround(today);
  await recordJudgements(manager, audit, house, today, by);
  await decideSolo(app, house, roster, by);
  await close(app, house, roster, by);
  await recordStays(
    manager,
    house,
    roster.stays.filter((stay) => isRecorded(stay, today)),
    now,
  );
  await recordClaim(manager, house);
  await bookStays(
    app,
    house,
    roster.stays.filter((stay) => !isRecorded(stay, today)),
    by,
  );
  await app.get(Assessments, { strict: false }).assess(
    {
      youngPersonIds: FALL_OUT.map((name) => house.idOf(name)),
      outcome: 'not-together',
      reasons: 'They fought at school on Monday. Both say they would do it again.',
      reviewOn: addDays(today, 28),
    },
    by,
  );
  await askForBreaks(app, manager, house, today, by);
  await bookDayVisits(app, house, today, by);
  await noticeThings(app, manager, house, by);
}

/** One decision from the solo stay that was to the one that will be. */
async function decideSolo(
  app: NestExpressApplication,
  house: House,
  { solo }: Roster,
  by: Person,
): Promise<void> {
  await app.get(SoloDecisions, { strict: false }).decide(
    {
      youngPersonId: house.idOf(SOLO),
      reason: 'Overwhelmed by others of the same age since the hospital stay; settles beside a sister.',
      startsOn: solo.past.from,
      reviewOn: solo.ahead.to,
      siblingIds: [house.idOf(LET_IN)],
    },
    by,
  );
}

async function close(
  app: NestExpressApplication,
  house: House,
  { closures }: Roster,
  by: Person,
): Promise<void> {
  for (const { room, nights, kind, reason } of closures) {
    const { from: fromOn, to: toOn } = nights;
    const asked = { unitId: house.unitId, roomId: house.roomId(room), fromOn, toOn, kind, reason };
    await app.get(Closures, { strict: false }).close(asked, by);
  }
}
