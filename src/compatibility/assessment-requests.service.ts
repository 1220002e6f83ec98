import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pairOf, unassessedPairs, type Pair } from '../domain/assessments-worth';
import { sayStay } from '../domain/say-dates';
import { londonDate } from '../domain/london';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import type { Actor, Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, type FieldError } from '../platform/problem';
import { asker } from '../platform/request-context';
import { Placements } from '../stays/placements.service';
import type { NewAssessmentRequestDto, PairDto } from './assessment-request.dto';

const ASK = `
  INSERT INTO assessment_requests (first_young_person_id, second_young_person_id, asked_at, asked_by_id, asked_by_name,
    for_request_id, reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (first_young_person_id, second_young_person_id) WHERE status = 'open' DO NOTHING
  RETURNING id`;

const CLOSE = `
  UPDATE assessment_requests SET status = 'done', done_at = $3
  WHERE first_young_person_id = $1 AND second_young_person_id = $2 AND status = 'open' RETURNING id`;

const OPEN = `
  SELECT id, ARRAY[first_young_person_id, second_young_person_id] AS "youngPersonIds", asked_at AS "askedAt",
    asked_by_name AS "askedByName", for_request_id AS "forRequestId", reason, status
  FROM assessment_requests WHERE status = 'open' AND ($1::uuid[] IS NULL OR NOT EXISTS (
    SELECT FROM young_people WHERE young_people.id IN (first_young_person_id, second_young_person_id)
      AND NOT family_id = ANY ($1)))
  ORDER BY asked_at, id`;

export interface AskedPair {
  readonly id: string;
  readonly youngPersonIds: Pair;
  readonly askedAt: Date;
  readonly askedByName: string;
  readonly forRequestId: string | null;
  readonly reason: string;
  readonly status: 'open';
}

interface StayLacking {
  readonly unitId: string;
  readonly youngPersonIds: readonly string[];
  readonly arrivesOn: string;
  readonly departsOn: string;
}

/** Pairs somebody waits for, until they are judged. */
@Injectable()
export class AssessmentRequests {
  constructor(
    private readonly database: Database,
    private readonly placements: Placements,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for the pairs named, or for exactly those a stay of these young people lacks; whoever asks may not know them.
   * @returns how many pairs are asked for now, whether anew or already. @throws Misshapen; NotThere
   */
  async ask(asked: NewAssessmentRequestDto, by: Person): Promise<number> {
    const today = londonDate(this.clock.now());
    if (asked.pairs) {
      const pairs = await this.namedPairs(asked.pairs, by);
      await this.keep(pairs, asked.reason ?? 'Asked for by name', asked, by);
      return pairs.length;
    }
    const stay = stayIn(asked);
    await this.caseload.refuseStrangersAmong(stay.youngPersonIds, by);
    const pairs = await this.lackedBy(stay);
    const dates = { from: stay.arrivesOn, to: stay.departsOn };
    await this.keep(pairs, asked.reason ?? `For a stay ${sayStay(dates, today)}`, asked, by);
    return pairs.length;
  }

  /** The longest first; of young people both of whom whoever asks may know of. */
  async open(): Promise<AskedPair[]> {
    const by = asker();
    const own = by && (await this.caseload.familyIds(by));
    return this.database.rows<AskedPair>(OPEN, [own ? [...own] : null]);
  }

  /** The pair has been judged: nobody waits for it any more. */
  async close(tx: EntityManager, [first, second]: Pair, by: Actor): Promise<void> {
    const [closed] = await tx.query<[{ id: string }[], number]>(CLOSE, [first, second, this.clock.now()]);
    for (const { id } of closed)
      await this.audit.record(tx, by, ...entriesOf('assessment.request-done', id, [first, second]));
  }

  private async namedPairs(named: readonly PairDto[], by: Person): Promise<Pair[]> {
    const ids = [...new Set(named.flatMap(({ youngPersonIds }) => youngPersonIds))];
    await this.caseload.refuseStrangersAmong(ids, by);
    await this.people.byIds(ids, (index) => pointerTo(ids[index], named));
    const pairs = named.map(({ youngPersonIds: [one = '', other = ''] }) => pairOf(one, other));
    const ofOneself = pairs.findIndex(([first, second]) => first === second);
    if (ofOneself >= 0)
      throw Misshapen.at(`/pairs/${ofOneself}/youngPersonIds/1`, 'A pair is two different young people.');
    return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  }

  private async lackedBy({ unitId, youngPersonIds, arrivesOn, departsOn }: StayLacking): Promise<Pair[]> {
    const stays = youngPersonIds.map((youngPersonId) => ({ youngPersonId, arrivesOn, departsOn }));
    try {
      const { findings } = await this.placements.check({ unitId, kind: 'planned', stays });
      return unassessedPairs(findings);
    } catch (error) {
      throw error instanceof Misshapen ? new Misshapen(error.errors.map(atOwnField)) : error;
    }
  }

  private async keep(
    pairs: readonly Pair[],
    reason: string,
    { requestId = null }: { readonly requestId?: string | null },
    by: Person,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const pair of [...pairs].sort()) {
        const values = [...pair, this.clock.now(), by.id, by.name, requestId, reason];
        const asked = await tx.query<{ id: string }[]>(ASK, values);
        for (const { id } of asked)
          await this.audit.record(tx, by, ...entriesOf('assessment.asked-for', id, pair, reason));
      }
    });
  }
}

/** One for each of the pair, naming neither to the other. */
function entriesOf(action: string, subjectId: string, pair: Pair, reason: string | null = null) {
  return pair.map((youngPersonId) => ({ action, subjectId, youngPersonId, reason }));
}

function stayIn({ unitId, youngPersonIds, arrivesOn, departsOn }: NewAssessmentRequestDto): StayLacking {
  if (unitId && youngPersonIds && arrivesOn && departsOn)
    return { unitId, youngPersonIds, arrivesOn, departsOn };
  const parts = { unitId, youngPersonIds, arrivesOn, departsOn };
  const missing = Object.entries(parts).flatMap(([name, value]): FieldError[] =>
    value ? [] : [{ pointer: `/${name}`, detail: 'Say the pairs, or who would stay where and when.' }],
  );
  throw new Misshapen(missing);
}

/** A check points into its list of stays; here everybody stays on the same dates. */
function atOwnField({ pointer, detail }: FieldError): FieldError {
  const own = pointer.replace(/^\/stays\/(\d+)\/youngPersonId$/, '/youngPersonIds/$1');
  return { pointer: own.replace(/^\/stays\/\d+/, ''), detail };
}

function pointerTo(id: string | undefined, named: readonly PairDto[]): string {
  const at = named.flatMap(({ youngPersonIds }, pair) =>
    youngPersonIds.flatMap((each, who) => (each === id ? `/pairs/${pair}/youngPersonIds/${who}` : [])),
  );
  return at[0] ?? '/pairs';
}
