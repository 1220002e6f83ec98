import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Conflict } from '../domain/conflicts';
import { londonDate } from '../domain/london';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import { YoungPerson } from '../people/young-person.entity';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import type { Listing } from '../platform/listing';
import { below } from '../platform/below';
import { Misshapen } from '../platform/problem';
import { asker } from '../platform/request-context';
import { UnitGate } from '../platform/unit-gate';
import { BookedAhead } from '../stays/booked-ahead.service';
import { Units } from '../units/units.service';
import { AssessmentRequests } from './assessment-requests.service';
import { CompatibilityAssessment } from './compatibility-assessment.entity';
import { newestFirst, ofFamilies } from './judgements-list';
import type { JudgementsQuery, NewAssessmentDto } from './judgements.dto';

/** Until a unit says otherwise. */
const REVIEW_DAYS = 28;

const LONGEST_REVIEW_DAYS = 366;

const PAIR = 'first_young_person_id, second_young_person_id';

const OF_PERSON = `:youngPersonId IN (${PAIR})`;

export interface Judged {
  readonly assessment: CompatibilityAssessment;
  readonly conflicts: readonly Conflict[];
}

/** Who may stay together. */
@Injectable()
export class Assessments {
  constructor(
    private readonly gate: UnitGate,
    private readonly database: Database,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly units: Units,
    private readonly bookedAhead: BookedAhead,
    private readonly askedFor: AssessmentRequests,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Supersedes the judgement in force on the pair. @throws Misshapen */
  async assess(asked: NewAssessmentDto, by: Actor): Promise<Judged> {
    const today = londonDate(this.clock.now());
    refuseImpossible(asked, today);
    const pair = [...asked.youngPersonIds].sort() as [string, string];
    return this.gate.changeEvery(async (tx) => {
      await this.people.byIds(asked.youngPersonIds);
      await lockPair(tx, pair);
      const reviewOn = asked.reviewOn ?? (await this.usualReviewOn());
      const before = await supersede(tx, pair);
      const assessment = await tx.save(CompatibilityAssessment, {
        firstYoungPersonId: pair[0],
        secondYoungPersonId: pair[1],
        outcome: asked.outcome,
        controls: asked.controls ?? null,
        reasons: reasonsOf(asked),
        strengths: asked.strengths ?? null,
        risks: asked.risks ?? null,
        reviewOn,
        authorId: by.id,
        authorName: by.name,
        supersededAt: null,
      });
      await this.audit.record(tx, by, ...pair.map((id) => assessed(id, assessment, before)));
      await this.askedFor.close(tx, pair, by);
      return { assessment, conflicts: await this.bookedAhead.conflictsOf(pair, 'not-together') };
    });
  }

  /** Several pairs, all or none. @throws Misshapen, pointing below `at` and the place of the pair. */
  async assessEach(asked: readonly NewAssessmentDto[], by: Actor, at = '/assessments'): Promise<Judged[]> {
    refuseTwice(asked, at);
    return this.database.transaction(async () => {
      const judged: Judged[] = [];
      for (const [index, pair] of asked.entries())
        judged.push(await below(`${at}/${index}`, () => this.assess(pair, by)));
      return judged;
    });
  }

  /** The judgements in force between any two of these. */
  async inForceAmong(youngPersonIds: readonly string[]): Promise<CompatibilityAssessment[]> {
    const either = In([...youngPersonIds]);
    const among = { firstYoungPersonId: either, secondYoungPersonId: either, supersededAt: IsNull() };
    return this.database.manager.findBy(CompatibilityAssessment, among);
  }

  /** The last day a judgement made today holds, unless it says otherwise. */
  async usualReviewOn(): Promise<CalendarDate> {
    return addDays(londonDate(this.clock.now()), await this.shortestReviewDays());
  }

  /** Every judgement on the young person and whom the asker may know of, superseded ones too, newest first. */
  async of(youngPersonId: string): Promise<CompatibilityAssessment[]> {
    return (await this.ownJudgements())
      .andWhere(OF_PERSON, { youngPersonId })
      .orderBy('assessed_at', 'DESC')
      .addOrderBy('judgement.id', 'DESC')
      .getMany();
  }

  /** In force and superseded, newest first. @throws Misshapen for an unknown young person. */
  async list(query: JudgementsQuery): Promise<Listing<CompatibilityAssessment>> {
    const judgements = await this.ownJudgements();
    const { youngPersonId } = query;
    if (youngPersonId) {
      await this.people.byIds([youngPersonId], () => '/youngPersonId');
      judgements.andWhere(OF_PERSON, { youngPersonId });
    }
    return newestFirst(judgements, 'assessed_at', query);
  }

  /** On pairs both of whom whoever asks may know of. */
  private async ownJudgements(): Promise<SelectQueryBuilder<CompatibilityAssessment>> {
    const by = asker();
    const all = this.database.manager.createQueryBuilder(CompatibilityAssessment, 'judgement');
    return ofFamilies(all, by && (await this.caseload.familyIds(by)), PAIR);
  }

  private async shortestReviewDays(): Promise<number> {
    const units = await this.units.all();
    const days = units.map(({ inForce }) => inForce.assessmentReviewDays);
    return days.length > 0 ? Math.min(...days) : REVIEW_DAYS;
  }
}

function refuseImpossible(asked: NewAssessmentDto, today: CalendarDate): void {
  const { youngPersonIds, outcome, controls, reasons, strengths, risks, reviewOn } = asked;
  if (youngPersonIds[0] === youngPersonIds[1])
    throw Misshapen.at('/youngPersonIds/1', 'An assessment is of two different young people.');
  if (outcome === 'with-controls' && !controls)
    throw Misshapen.at('/controls', 'Say the controls that make it safe.');
  if (outcome !== 'with-controls' && controls)
    throw Misshapen.at('/controls', 'Only the outcome with-controls has controls; otherwise leave them out.');
  if (!reasons && !strengths && !risks)
    throw Misshapen.at('/reasons', 'Give your reasons, or the strengths and risks they are made of.');
  if (reviewOn && reviewOn < today) throw Misshapen.at('/reviewOn', 'The review cannot be before today.');
  if (reviewOn && reviewOn > addDays(today, LONGEST_REVIEW_DAYS))
    throw Misshapen.at('/reviewOn', `The review must be within ${LONGEST_REVIEW_DAYS} days.`);
}

/** As one text, for whoever reads reasons only. */
function reasonsOf({ reasons, strengths, risks }: NewAssessmentDto): string {
  const parts = [...(strengths ? [`Strengths: ${strengths}`] : []), ...(risks ? [`Risks: ${risks}`] : [])];
  return reasons ?? parts.join('\n');
}

function refuseTwice(asked: readonly NewAssessmentDto[], at: string): void {
  const pairs = asked.map(({ youngPersonIds }) => [...youngPersonIds].sort().join());
  const repeated = pairs.findIndex((pair, index) => pairs.indexOf(pair) < index);
  if (repeated >= 0) throw Misshapen.at(`${at}/${repeated}`, 'Judge each pair once.');
}

/** Behind the units' locks, for when there is no unit yet: one judgement on a pair at a time. */
async function lockPair(tx: EntityManager, pair: readonly string[]): Promise<void> {
  await tx.find(YoungPerson, {
    where: { id: In(pair) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
}

async function supersede(
  tx: EntityManager,
  [firstYoungPersonId, secondYoungPersonId]: readonly [string, string],
): Promise<CompatibilityAssessment | null> {
  const inForce = { firstYoungPersonId, secondYoungPersonId, supersededAt: IsNull() };
  const before = await tx.findOneBy(CompatibilityAssessment, inForce);
  if (before)
    await tx.update(CompatibilityAssessment, before.id, { supersededAt: () => 'clock_timestamp()' });
  return before;
}

function assessed(
  youngPersonId: string,
  assessment: CompatibilityAssessment,
  before: CompatibilityAssessment | null,
) {
  return {
    action: 'compatibility.assessed',
    youngPersonId,
    subjectId: assessment.id,
    before,
    after: assessment,
    reason: assessment.reasons,
  };
}
