import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/calendar-date';
import { sayVisit, VISIT_WORDS, type VisitStatus } from '../domain/day-visit';
import { judgeVisit } from '../domain/day-visits';
import { inTheWay, type Finding } from '../domain/findings';
import { londonMoment } from '../domain/whereabouts';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { Misshapen, NotAllowed, NotThere, Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import type { NewDayVisitDto, VisitCancellationDto } from './day-visit.dto';
import { DayVisitRecord } from './day-visit.entity';
import { VisitDiaryReader } from './visit-diary.reader';

/** Booking day visits, and what becomes of them. */
@Injectable()
export class DayVisits {
  constructor(
    private readonly gate: UnitGate,
    private readonly reader: VisitDiaryReader,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A dry run: nothing is recorded. @throws Misshapen; NotThere */
  async check(asked: NewDayVisitDto): Promise<Finding[]> {
    this.refuseImpossibleTimes(asked);
    const day = { from: asked.on, to: addDays(asked.on, 1) };
    return judgeVisit(asked, await this.reader.read(asked.unitId, day, [asked.youngPersonId]));
  }

  /** @throws Refused with findings; NotAllowed; Misshapen; NotThere */
  async book(asked: NewDayVisitDto, by: Person): Promise<DayVisitRecord> {
    if (asked.authorisations?.length && !may(by.role, 'authorise findings'))
      throw new NotAllowed('Only a manager or a deputy may authorise. Ask one to book this visit.');
    this.refuseImpossibleTimes(asked);
    const { unitId, youngPersonId, on, fromTime, toTime, purpose, acknowledged = [] } = asked;
    return this.gate.change(unitId, async (tx) => {
      refuseUnlessWelcome(await this.check(asked), asked);
      const visit = await tx.save(DayVisitRecord, {
        ...{ unitId, youngPersonId, on, fromTime, toTime, purpose, acknowledged, bookedByName: by.name },
        ...{ status: 'booked', cancelledBy: null, cancelledReason: null },
        ...{ settledAt: null, settledByName: null, bookedAt: this.clock.now() },
      } as const);
      await this.audit.record(tx, by, { action: 'day-visit.booked', ...about(visit), after: visit });
      return visit;
    });
  }

  /** @throws NotThere; Refused unless it is still to come. */
  async cancel(
    id: string,
    { by: cancelledBy, reason }: VisitCancellationDto,
    by: Person,
  ): Promise<DayVisitRecord> {
    return this.settle(id, by, 'day-visit.cancelled', (visit) => {
      if (visit.status !== 'booked') throw new Refused(`This visit cannot be cancelled: ${said(visit)}`);
      return { status: 'cancelled', cancelledBy, cancelledReason: reason };
    });
  }

  /** What was said before may be put right. @throws NotThere; Refused before it begins, or once it is cancelled. */
  async attend(id: string, came: boolean, by: Person): Promise<DayVisitRecord> {
    return this.settle(id, by, 'day-visit.attendance', (visit) => {
      if (visit.status === 'cancelled') throw new Refused('This visit was cancelled.');
      if (!this.hasBegun(visit))
        throw new Refused(
          `This visit has not begun: it is on ${sayVisit(visit)}. Say then whether they came.`,
        );
      return { status: came ? 'came' : 'did-not-come', cancelledBy: null, cancelledReason: null };
    });
  }

  /** @throws NotThere */
  async one(id: string, manager: EntityManager = this.database.manager): Promise<DayVisitRecord> {
    const visit = await manager.findOneBy(DayVisitRecord, { id });
    if (!visit) throw new NotThere('There is no such day visit.');
    return visit;
  }

  hasBegun({ on, fromTime }: Pick<DayVisitRecord, 'on' | 'fromTime'>): boolean {
    return `${on} ${fromTime}` <= londonMoment(this.clock.now());
  }

  private async settle(
    id: string,
    by: Person,
    action: string,
    become: (visit: DayVisitRecord) => Outcome,
  ): Promise<DayVisitRecord> {
    const { unitId } = await this.one(id);
    return this.gate.change(unitId, async (tx) => {
      const before = await this.one(id, tx);
      const after = { ...become(before), settledAt: this.clock.now(), settledByName: by.name };
      await tx.update(DayVisitRecord, { id }, after);
      const reason = after.cancelledReason;
      await this.audit.record(tx, by, { action, ...about(before), before, after, reason });
      return { ...before, ...after };
    });
  }

  private refuseImpossibleTimes({ on, fromTime, toTime }: NewDayVisitDto): void {
    if (toTime <= fromTime)
      throw Misshapen.at('/toTime', 'A visit must end after it begins, on the same day.');
    if (this.hasBegun({ on, fromTime }))
      throw Misshapen.at('/fromTime', 'That time is over. A visit is booked before it begins.');
  }
}

interface Outcome extends Pick<DayVisitRecord, 'cancelledBy' | 'cancelledReason'> {
  readonly status: VisitStatus;
}

function about({ id, unitId, youngPersonId }: DayVisitRecord) {
  return { subjectId: id, unitId, youngPersonId };
}

function said({ status }: DayVisitRecord): string {
  return status === 'cancelled' ? 'it is cancelled already.' : `it says “${VISIT_WORDS[status].text}”.`;
}

function refuseUnlessWelcome(findings: readonly Finding[], given: NewDayVisitDto): void {
  const standing = inTheWay(findings, {
    acknowledged: given.acknowledged ?? [],
    authorised: (given.authorisations ?? []).map(({ code }) => code),
  });
  if (standing.length === 0) return;
  const count = standing.length === 1 ? 'One thing stands' : `${standing.length} things stand`;
  throw new Refused(`${count} in the way.`, findings);
}
