import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import { visitConflicts, type VisitDiary } from '../domain/day-visits';
import type { Finding } from '../domain/findings';
import type { Nights } from '../domain/nights';
import { unitsOfAsker } from '../platform/about/families-of';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import type { DayVisitQuery } from './day-visit.dto';
import { DayVisitRecord } from './day-visit.entity';
import { VisitDiaryReader } from './visit-diary.reader';

/** Day visits as they are kept, and what came to stand against them. */
@Injectable()
export class VisitRecords {
  constructor(
    private readonly database: Database,
    private readonly reader: VisitDiaryReader,
  ) {}

  async list(query: DayVisitQuery): Promise<Listing<DayVisitRecord>> {
    const after = afterOf(query);
    const rows = this.database.manager.createQueryBuilder(DayVisitRecord, 'visit');
    const { unitId, youngPersonId, from, to } = query;
    if (unitId) rows.andWhere('visit.unitId = :unitId', { unitId });
    const ownUnits = unitsOfAsker();
    if (ownUnits) rows.andWhere('visit.unitId = ANY(:ownUnits::uuid[])', { ownUnits });
    if (youngPersonId) rows.andWhere('visit.youngPersonId = :youngPersonId', { youngPersonId });
    if (from) rows.andWhere('visit.on >= :from', { from });
    if (to) rows.andWhere('visit.on < :to', { to });
    if (after) rows.andWhere('(visit.on, visit.id) > (:key::date, :id::uuid)', { ...after });
    rows
      .orderBy('visit.on')
      .addOrderBy('visit.id')
      .limit(limitOf(query) + 1);
    return listing(await rows.getMany(), query, ({ on }) => on);
  }

  /** Everybody who comes on these days, by day and time; with the facts their visits are judged by. */
  async during(unitId: string, days: Nights): Promise<{ visits: DayVisitRecord[]; facts: VisitDiary }> {
    const visits = await this.database.manager
      .createQueryBuilder(DayVisitRecord, 'visit')
      .where('visit.unitId = :unitId AND visit.on >= :from AND visit.on < :to', { unitId, ...days })
      .orderBy({ 'visit.on': 'ASC', 'visit.fromTime': 'ASC', 'visit.id': 'ASC' })
      .getMany();
    const visitors = visits.map(({ youngPersonId }) => youngPersonId);
    return { visits, facts: await this.reader.read(unitId, days, [...new Set(visitors)]) };
  }

  async conflictsOf(visit: DayVisitRecord): Promise<Finding[]> {
    const { unitId, youngPersonId, on } = visit;
    const day = { from: on, to: addDays(on, 1) };
    return visitConflicts(visit, await this.reader.read(unitId, day, [youngPersonId]));
  }
}
