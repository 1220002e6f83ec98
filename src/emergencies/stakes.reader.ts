import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Diary } from '../domain/diary';
import type { Redating, Ways } from '../domain/emergency-way';
import { tonight } from '../domain/tonight';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';
import { DiaryReader } from '../stays/diary.reader';

/** How far ahead other dates are looked for: a quarter of a year, and room for a stay at its end. */
const LOOKED_AHEAD = 13 * 7 + 14;

const MARGIN = 14;

interface AtStake {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly window: Redating['window'] | null;
}

/** `$1` unit, `$2` from, `$3` to, `$4` now: planned stays that have not arrived, with the window their family gave. */
const AT_STAKE = `
  SELECT stays.id AS "stayId", stays.young_person_id AS "youngPersonId",
    CASE WHEN requests.id IS NOT NULL THEN json_build_object('earliest', requests.earliest,
      'latest', requests.latest, 'weekdays', requests.weekdays) END AS window
  FROM stays
  LEFT JOIN request_stays ON request_stays.stay_id = stays.id
  LEFT JOIN requests ON requests.id = request_stays.request_id
  WHERE stays.unit_id = $1 AND arrives_on < $3 AND departs_on > $2 AND kind = 'planned'
    AND (stays.status = 'confirmed' OR stays.status = 'held' AND hold_expires_at > $4)`;

const NIGHT_ROLLS = `
  SELECT from_on AS "from", night_rolls_at AS "nightRollsAt", emergency_ends_at AS "emergencyEndsAt",
    age_from AS "ageFrom", age_to AS "ageTo"
  FROM (SELECT DISTINCT ON (from_on) * FROM unit_settings WHERE unit_id = $1
        ORDER BY from_on, recorded_at DESC) AS in_force ORDER BY from_on`;

export interface Tonight {
  readonly night: CalendarDate;
  readonly emergencyEndsAt: string;
  readonly ageFrom: number;
  readonly ageTo: number;
}

type Rolls = Omit<Tonight, 'night'> & { readonly from: CalendarDate; readonly nightRollsAt: string };

export interface Stakes {
  readonly diary: Diary;
  readonly ways: Ways;
}

/** What an emergency is judged by: the diary far enough ahead to see where else a planned stay could go. */
@Injectable()
export class StakesReader {
  constructor(
    private readonly database: Database,
    private readonly diaries: DiaryReader,
    private readonly clock: Clock,
  ) {}

  /** Before 09:00† it is the night that began yesterday. @throws NotThere */
  async tonight(unitId: string): Promise<Tonight> {
    const settings = await this.database.rows<Rolls>(NIGHT_ROLLS, [unitId]);
    const night = tonight(this.clock.now(), settings);
    const inForce = settings.findLast(({ from }) => from <= night) ?? settings[0];
    if (!inForce) throw new NotThere('There is no such unit.');
    const { emergencyEndsAt, ageFrom, ageTo } = inForce;
    return { night, emergencyEndsAt, ageFrom, ageTo };
  }

  /** Everybody whose nights these are or might become. @throws Misshapen for an unknown child. */
  async read(
    unitId: string,
    night: CalendarDate,
    nights: number,
    childId: string | undefined,
  ): Promise<Stakes> {
    const ends = addDays(night, nights);
    const atStake = await this.database.rows<AtStake>(AT_STAKE, [unitId, night, ends, this.clock.now()]);
    const ids = new Set([...(childId ? [childId] : []), ...atStake.map((stay) => stay.youngPersonId)]);
    const span = { from: addDays(night, -MARGIN), to: addDays(ends, LOOKED_AHEAD) };
    const diary = await this.diaries.read(unitId, span, [...ids], () => '/child/youngPersonId');
    const redating = atStake.flatMap(({ stayId, window }) => (window ? [[stayId, { window }] as const] : []));
    return { diary, ways: { redating: new Map(redating) } };
  }
}
