import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import type { DayVisit } from '../domain/day-visit';
import type { VisitDiary } from '../domain/day-visits';
import type { Nights } from '../domain/nights';
import { whereaboutsOf, type StayTimes, type Whereabouts } from '../domain/whereabouts';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { DiaryReader } from '../stays/diary.reader';
import { inForceOn } from '../units/unit-settings.entity';
import { Units, type UnitRecords } from '../units/units.service';

/** `$1` unit, `$2` from, `$3` to, `$4` the young people asked about. */
const VISITS = `
  SELECT id, unit_id AS "unitId", young_person_id AS "youngPersonId", visits_on AS "on",
    to_char(from_time, 'HH24:MI') AS "fromTime", to_char(to_time, 'HH24:MI') AS "toTime", status
  FROM day_visits
  WHERE (unit_id = $1 OR young_person_id = ANY($4::uuid[])) AND visits_on >= $2 AND visits_on < $3
    AND status <> 'cancelled'`;

/** Of these stays, and of those asked about in other units: `$1` stays, `$2` young people, `$3` unit, `$4` to, `$5` now. */
const TIMES = `
  SELECT id, unit_id AS "unitId", young_person_id AS "youngPersonId", status, arrives_on AS "arrivesOn",
    departs_on AS "departsOn", arrived_at AS "arrivedAt", departed_at AS "departedAt"
  FROM stays
  WHERE id = ANY($1::uuid[])
    OR young_person_id = ANY($2::uuid[]) AND unit_id <> $3 AND arrives_on < $4
      AND (status IN ('confirmed', 'in-residence', 'completed') OR status = 'held' AND hold_expires_at > $5)`;

interface TimesRow extends StayTimes {
  readonly id: string;
  readonly unitId: string;
  readonly youngPersonId: string;
}

/** Everything the rules may know about day visits on some days. */
@Injectable()
export class VisitDiaryReader {
  constructor(
    private readonly database: Database,
    private readonly diaries: DiaryReader,
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere for an unknown unit; Misshapen for an unknown young person. */
  async read(unitId: string, days: Nights, youngPersonIds: readonly string[]): Promise<VisitDiary> {
    const visits = await this.database.rows<DayVisit>(VISITS, [unitId, days.from, days.to, youngPersonIds]);
    const visitors = visits.map((visit) => visit.youngPersonId);
    const nights = { from: addDays(days.from, -1), to: days.to };
    const everybody = [...new Set([...youngPersonIds, ...visitors])];
    const diary = await this.diaries.read(unitId, nights, everybody, () => '/youngPersonId');
    const ids = diary.stays.map(({ id }) => id);
    const now = this.clock.now();
    const rows = await this.database.rows<TimesRow>(TIMES, [ids, youngPersonIds, unitId, days.to, now]);
    const units = new Map((await this.units.all()).map((records) => [records.unit.id, records]));
    const when = new Map(rows.map((row) => [row.id, whereabouts(row, units.get(row.unitId), now)]));
    return {
      diary,
      whereabouts: when,
      visits,
      elsewhere: rows
        .filter((row) => row.unitId !== unitId)
        .flatMap(({ id, youngPersonId }) => {
          const then = when.get(id);
          return then ? [{ youngPersonId, when: then }] : [];
        }),
      visitPlaces: (units.get(unitId)?.settings ?? []).map(({ fromOn, visitPlaces }) => ({
        from: fromOn,
        visitPlaces,
      })),
    };
  }
}

function whereabouts(stay: TimesRow, unit: UnitRecords | undefined, now: Date): Whereabouts {
  const settings = unit?.settings ?? [];
  const { arrivalsFrom } = inForceOn(settings, stay.arrivesOn);
  const { departuresBy } = inForceOn(settings, stay.departsOn);
  return whereaboutsOf(stay, { arrivalsFrom, departuresBy }, now);
}
