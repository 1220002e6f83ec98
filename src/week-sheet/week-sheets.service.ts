import { Injectable } from '@nestjs/common';
import { classifyBedNights, type BedNight } from '../domain/bed-nights';
import { addDays } from '../domain/calendar-date';
import { takesAPlace } from '../domain/day-visit';
import type { Nights } from '../domain/nights';
import { lateUnderDays, type UnitLedger } from '../domain/unit-ledger';
import { People } from '../people/people.service';
import { LedgerReader } from '../reports/ledger.reader';
import type { DayVisitRecord } from '../visits/day-visit.entity';
import { VisitRecords } from '../visits/visit-records.service';

const MOST_VISITS = 500;

/** Everything that hangs on the wall of the office for a week. */
export interface WeekFile {
  readonly week: Nights;
  readonly ledger: UnitLedger;
  readonly bedNights: readonly BedNight[];
  readonly visits: readonly DayVisitRecord[];
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class WeekSheets {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly visits: VisitRecords,
    private readonly people: People,
  ) {}

  /** @throws NotThere */
  async of(unitId: string, week: Nights): Promise<WeekFile> {
    // Those who leave on the first morning slept there the night before.
    const ledger = await this.ledgers.read(unitId, { from: addDays(week.from, -1), to: week.to });
    const { items } = await this.visits.list({ unitId, from: week.from, to: week.to, limit: MOST_VISITS });
    const visits = items.filter(takesAPlace);
    const ids = [...ledger.stays, ...visits].map(({ youngPersonId }) => youngPersonId);
    return {
      ...{ week, ledger, visits },
      bedNights: classifyBedNights(ledger, week, lateUnderDays(ledger)),
      names: await this.people.namesOf([...new Set(ids)]),
    };
  }
}
