import { Injectable } from '@nestjs/common';
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
import { bedUsesOf, rewriteBedUses } from './bed-uses';
import { DiaryReader } from './diary.reader';
import { changesThatFit, type Standing } from './nobody-beside';

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

const STANDING = `
  SELECT stay_id AS "stayId", bed, from_on AS "from", to_on AS "to", party, whole_unit AS solo FROM bed_uses
  WHERE unit_id = $1 AND live AND from_on < $3 AND to_on > $2`;

/** What a judgement on people means for the stays they have ahead. It cancels none. */
@Injectable()
export class BookedAhead {
  constructor(
    private readonly reader: DiaryReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
    for (const { diary, ahead } of await this.diariesAhead(youngPersonIds)) {
      const tooMany = overRegisteredPlaces(diary, ahead);
      const changes = staysOf(youngPersonIds, diary)
        .filter(({ id }) => !tooMany.has(id))
        .map((stay) => ({
          stayId: stay.id,
          uses: bedUsesOf({ ...stay, lodgings: joined(stay.lodgings) }, diary),
        }));
      const [first, ...others] = changes.flatMap(({ uses }) => uses);
      if (!first) continue;
      const span = spanOf(first, ...others);
      const standing = await tx.query<Standing[]>(STANDING, [diary.unitId, span.from, span.to]);
      const fitting = changesThatFit(changes, standing);
      await rewriteBedUses(
        tx,
        fitting.map(({ stayId }) => stayId),
        fitting.flatMap(({ uses }) => uses),
      );
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
