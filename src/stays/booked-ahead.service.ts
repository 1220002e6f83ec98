import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/calendar-date';
import { conflictsIn, type Conflict } from '../domain/conflicts';
import type { Diary, DiaryStay } from '../domain/diary';
import type { FindingCode } from '../domain/findings';
import { londonDate } from '../domain/london';
import { joined } from '../domain/lodgings';
import { spanOf, type Nights } from '../domain/nights';
import { unitsOfAsker } from '../platform/about/families-of';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { FreedNights, type Freed } from '../platform/freed-nights';
import { bedUsesOf, rewriteBedUses, standingOn } from './bed-uses';
import { DiaryReader } from './diary.reader';
import { changesThatFit } from './nobody-beside';

type WithoutTheUnit = Nights & { readonly youngPersonId: string };

interface UnitAhead {
  readonly unitId: string;
  readonly lastOn: string;
}

/** `$2` the night before: until 09:00† it is the one that is running. */
const UNITS_AHEAD = `
  SELECT unit_id AS "unitId", max(departs_on) AS "lastOn" FROM stays
  WHERE young_person_id = ANY($1::uuid[])
    AND (departs_on > $2 AND status IN ('held', 'confirmed') OR status = 'in-residence')
  GROUP BY unit_id ORDER BY unit_id`;

/** `$1` unit, `$2` from, `$3` to: whose stays need the unit to themselves on a night on which they do not have it. */
const WITHOUT_THE_UNIT = `
  SELECT stays.young_person_id AS "youngPersonId", arrives_on AS "from", departs_on AS "to"
  FROM bed_uses AS use JOIN stays ON stays.id = stay_id
  WHERE use.unit_id = $1 AND live AND NOT whole_unit AND daterange(from_on, to_on) && daterange($2, $3)
    AND status <> 'completed'
    AND (solo OR EXISTS (SELECT FROM solo_decisions AS decision
      WHERE decision.young_person_id = use.young_person_id
        AND starts_on < least(to_on, review_on + 1, decision.ended_on)
        AND from_on < least(review_on + 1, decision.ended_on)))`;

/** What a judgement on people means for the stays they have ahead. It cancels none. */
@Injectable()
export class BookedAhead implements OnModuleInit {
  constructor(
    private readonly reader: DiaryReader,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freed: FreedNights,
  ) {}

  onModuleInit(): void {
    this.freed.hearWithin((tx, freed) => this.followFreed(tx, freed));
  }

  /** Conflicts of this kind that each of these young people has a stay in, from today on, in the units of whoever asks. */
  async conflictsOf(youngPersonIds: readonly string[], code: FindingCode): Promise<Conflict[]> {
    const ownUnits = unitsOfAsker();
    const diaries = await this.diariesAhead(youngPersonIds);
    const own = diaries.filter(({ diary }) => ownUnits?.includes(diary.unitId) ?? true);
    const conflicts = own.map(({ diary, ahead }) => {
      const theirs = new Set(staysOf(youngPersonIds, diary).map(({ id }) => id));
      return conflictsIn(diary, ahead.from, ahead.to).filter(
        (conflict) =>
          conflict.code === code &&
          conflict.stayIds.filter((id) => theirs.has(id)).length === youngPersonIds.length,
      );
    });
    return conflicts.flat();
  }

  /**
   * Makes the beds of these young people's stays say what the solo decisions now say. Nights the database would not
   * take so, because somebody is booked beside them, stay as they are: the rules still refuse whoever comes next.
   */
  async followSoloDecisions(tx: EntityManager, youngPersonIds: readonly string[]): Promise<void> {
    for (const { diary, ahead } of await this.diariesAhead(youngPersonIds))
      await follow(tx, youngPersonIds, diary, ahead);
  }

  /** The same once beds have become free: whoever needs the unit to themselves may have nobody beside them any more. */
  private async followFreed(tx: EntityManager, freed: readonly Freed[]): Promise<void> {
    for (const unitId of new Set(freed.map((each) => each.unitId))) {
      const [first, ...others] = freed.flatMap((each) => (each.unitId === unitId ? [each.nights] : []));
      if (!first) continue;
      const nights = spanOf(first, ...others);
      const without = await tx.query<WithoutTheUnit[]>(WITHOUT_THE_UNIT, [unitId, nights.from, nights.to]);
      if (without.length === 0) continue;
      const ids = without.map(({ youngPersonId }) => youngPersonId);
      const span = spanOf(nights, ...without);
      await follow(tx, ids, await this.reader.read(unitId, span, ids), span);
    }
  }

  private async diariesAhead(youngPersonIds: readonly string[]): Promise<{ diary: Diary; ahead: Nights }[]> {
    const today = londonDate(this.clock.now());
    const nightBefore = addDays(today, -1);
    const units = await this.database.rows<UnitAhead>(UNITS_AHEAD, [youngPersonIds, nightBefore]);
    const diaries = [];
    for (const { unitId, lastOn } of units) {
      const ahead = spanOf({ from: nightBefore, to: addDays(today, 1) }, { from: today, to: lastOn });
      diaries.push({ ahead, diary: await this.reader.read(unitId, ahead, youngPersonIds) });
    }
    return diaries;
  }
}

async function follow(
  tx: EntityManager,
  youngPersonIds: readonly string[],
  diary: Diary,
  ahead: Nights,
): Promise<void> {
  const tooMany = overRegisteredPlaces(diary, ahead);
  const changes = staysOf(youngPersonIds, diary)
    .filter(({ id }) => !tooMany.has(id))
    .map((stay) => ({
      stayId: stay.id,
      uses: bedUsesOf({ ...stay, lodgings: joined(stay.lodgings) }, diary),
    }));
  const [first, ...others] = changes.flatMap(({ uses }) => uses);
  if (!first) return;
  const span = spanOf(first, ...others);
  const fitting = changesThatFit(changes, await standingOn(tx, diary.unitId, span));
  await rewriteBedUses(
    tx,
    fitting.map(({ stayId }) => stayId),
    fitting.flatMap(({ uses }) => uses),
  );
}

function staysOf(youngPersonIds: readonly string[], { stays }: Diary): DiaryStay[] {
  return stays.filter(
    ({ youngPersonId, status }) => status !== 'completed' && youngPersonIds.includes(youngPersonId),
  );
}

/** The database would not take any change of these, until there are fewer of them. */
function overRegisteredPlaces(diary: Diary, { from, to }: Nights): ReadonlySet<string> {
  const over = conflictsIn(diary, from, to).filter(({ code }) => code === 'registered-places');
  return new Set(over.flatMap(({ stayIds }) => stayIds));
}
