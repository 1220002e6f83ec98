import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Conflict } from '../domain/conflicts';
import { sayDate } from '../domain/say-dates';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import type { Listing } from '../platform/listing';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { asker } from '../platform/request-context';
import { UnitGate } from '../platform/unit-gate';
import { BookedAhead } from '../stays/booked-ahead.service';
import type { JudgementsQuery, NewSoloDecisionDto, SoloEndingDto } from './judgements.dto';
import { newestFirst, ofFamilies } from './judgements-list';
import { SoloDecision } from './solo-decision.entity';
import { TonightReader } from './tonight.reader';

const LONGEST_DAYS = 366;

export interface Decided {
  readonly decision: SoloDecision;
  readonly conflicts: readonly Conflict[];
}

/** Who needs the unit to themselves, and until when. */
@Injectable()
export class SoloDecisions {
  constructor(
    private readonly gate: UnitGate,
    private readonly database: Database,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly bookedAhead: BookedAhead,
    private readonly audit: AuditTrail,
    private readonly tonight: TonightReader,
  ) {}

  /** @throws Misshapen */
  async decide(asked: NewSoloDecisionDto, by: Actor): Promise<Decided> {
    refuseImpossibleDates(asked);
    const { youngPersonId, reason, startsOn, reviewOn } = asked;
    const siblingIds = await this.siblings(asked);
    return this.gate.changeEvery(async (tx) => {
      const decision = await tx.save(SoloDecision, {
        youngPersonId,
        reason,
        startsOn,
        reviewOn,
        siblingIds,
        approverId: by.id,
        approverName: by.name,
        endedOn: null,
        endedByName: null,
        endedReason: null,
      });
      await this.audit.record(tx, by, entry('solo.decided', decision, null, reason));
      return this.followed(tx, decision);
    });
  }

  /** @throws NotThere; Misshapen; Refused when it no longer holds. */
  async end(id: string, { on, reason }: SoloEndingDto, by: Actor): Promise<Decided> {
    return this.gate.changeEvery(async (tx) => {
      const before = await tx.findOneBy(SoloDecision, { id });
      if (!before) throw new NotThere('There is no such solo decision.');
      const tonight = await this.tonight.of(before.youngPersonId);
      const endedOn = on ?? tonight;
      refuseImpossibleEnding(before, endedOn, tonight);
      await tx.update(SoloDecision, id, { endedOn, endedByName: by.name, endedReason: reason });
      const decision = await tx.findOneByOrFail(SoloDecision, { id });
      await this.audit.record(tx, by, entry('solo.ended', decision, before, reason));
      return this.followed(tx, decision);
    });
  }

  /** Every decision on the young person, the latest to begin first. */
  async of(youngPersonId: string): Promise<SoloDecision[]> {
    return this.database.manager.find(SoloDecision, {
      where: { youngPersonId },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
  }

  /** Running, to come and over, newest first. @throws Misshapen for an unknown young person. */
  async list(query: JudgementsQuery): Promise<Listing<SoloDecision>> {
    const by = asker();
    const judgements = ofFamilies(
      this.database.manager.createQueryBuilder(SoloDecision, 'judgement'),
      by && (await this.caseload.familyIds(by)),
      'young_person_id',
    );
    const { youngPersonId } = query;
    if (youngPersonId) {
      await this.people.byIds([youngPersonId], () => '/youngPersonId');
      judgements.andWhere('young_person_id = :youngPersonId', { youngPersonId });
    }
    return newestFirst(judgements, 'decided_at', query);
  }

  private async followed(tx: EntityManager, decision: SoloDecision): Promise<Decided> {
    const { youngPersonId, siblingIds } = decision;
    await this.bookedAhead.followSoloDecisions(tx, [youngPersonId, ...siblingIds]);
    return { decision, conflicts: await this.bookedAhead.conflictsOf([youngPersonId], 'solo-in-place') };
  }

  private async siblings({ youngPersonId, siblingIds = [] }: NewSoloDecisionDto): Promise<string[]> {
    const pointer = (index: number) => `/siblingIds/${index}`;
    const [young] = await this.people.byIds([youngPersonId], () => '/youngPersonId');
    const siblings = await this.people.byIds(siblingIds, pointer);
    const errors = siblings.flatMap(({ id, familyId }, index) => {
      if (id === youngPersonId)
        return [{ pointer: pointer(index), detail: 'Nobody is their own sibling: leave this one out.' }];
      return familyId === young?.familyId
        ? []
        : [{ pointer: pointer(index), detail: 'This young person is of another family.' }];
    });
    if (errors.length > 0) throw new Misshapen(errors);
    return [...new Set(siblingIds)];
  }
}

function refuseImpossibleDates({ startsOn, reviewOn }: NewSoloDecisionDto): void {
  if (reviewOn < startsOn) throw Misshapen.at('/reviewOn', 'The review cannot be before the start.');
  if (reviewOn > addDays(startsOn, LONGEST_DAYS))
    throw Misshapen.at('/reviewOn', `The review must be within ${LONGEST_DAYS} days of the start.`);
}

function refuseImpossibleEnding(decision: SoloDecision, on: CalendarDate, tonight: CalendarDate): void {
  const { endedOn, reviewOn } = decision;
  if (endedOn) throw new Refused(`It was ended already, from ${sayDate(endedOn)}.`);
  if (reviewOn < tonight) throw new Refused(`It ran out on its review date, ${sayDate(reviewOn)}.`);
  if (on < tonight) throw Misshapen.at('/on', 'It cannot be ended on a night that is over.');
  if (on > reviewOn) throw Misshapen.at('/on', `It ends by itself on its review date, ${sayDate(reviewOn)}.`);
}

function entry(action: string, after: SoloDecision, before: SoloDecision | null, reason: string) {
  return { action, youngPersonId: after.youngPersonId, subjectId: after.id, before, after, reason };
}
