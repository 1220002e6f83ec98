import { Injectable } from '@nestjs/common';
import { daysBetween } from '../domain/calendar-date';
import { shareANight } from '../domain/nights';
import { sayStay } from '../domain/say-dates';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import type { NewDeclaredNightsDto, DeclaredNightsWithdrawalDto } from './declared-night.dto';
import { TimesAway } from './times-away.reader';

export interface DeclaredNights {
  readonly id: string;
  readonly youngPersonId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly place: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnReason: string | null;
}

const LONGEST_DAYS = 731;

const COLUMNS = `id, young_person_id AS "youngPersonId", from_on AS "fromOn", to_on AS "toOn", place,
  recorded_at AS "recordedAt", recorded_by_name AS "recordedByName", withdrawn_at AS "withdrawnAt",
  withdrawn_by_name AS "withdrawnByName", withdrawn_reason AS "withdrawnReason"`;

const OF_YOUNG_PERSON = `
  SELECT ${COLUMNS} FROM declared_nights WHERE young_person_id = $1 ORDER BY from_on DESC, recorded_at DESC`;

const DECLARE = `
  INSERT INTO declared_nights (young_person_id, from_on, to_on, place, recorded_at, recorded_by_name)
  VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`;

const WITHDRAW = `
  UPDATE declared_nights SET withdrawn_at = $2, withdrawn_by_name = $3, withdrawn_reason = $4 WHERE id = $1`;

/** Nights at other places: they count towards the nights of any 12 months, so they change what may be booked. */
@Injectable()
export class DeclaredNightsElsewhere {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly away: TimesAway,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Withdrawn ones too, the latest first. @throws NotThere */
  async list(youngPersonId: string, by: Person): Promise<DeclaredNights[]> {
    await this.know(youngPersonId, by);
    return this.database.rows<DeclaredNights>(OF_YOUNG_PERSON, [youngPersonId]);
  }

  /** @throws NotThere; Misshapen; Refused when the young person was somewhere else those nights. */
  async declare(youngPersonId: string, asked: NewDeclaredNightsDto, by: Person): Promise<DeclaredNights> {
    const { fromOn, toOn, place } = asked;
    if (toOn <= fromOn) throw Misshapen.at('/toOn', 'It must have a night: it ends on a later day.');
    if (daysBetween(fromOn, toOn) > LONGEST_DAYS)
      throw Misshapen.at('/toOn', 'It can be two years at most: check the year.');
    await this.know(youngPersonId, by);
    return this.gate.changeEvery(async (tx) => {
      await this.refuseTwoPlacesAtOnce(youngPersonId, asked);
      const values = [youngPersonId, fromOn, toOn, place, this.clock.now(), by.name];
      const [declared] = await tx.query<[DeclaredNights]>(DECLARE, values);
      const about = { youngPersonId, subjectId: declared.id };
      await this.audit.record(tx, by, { action: 'nights-elsewhere.declared', ...about, after: asked });
      return declared;
    });
  }

  /** @throws NotThere; Refused when they were withdrawn before. */
  async withdraw(id: string, { reason }: DeclaredNightsWithdrawalDto, by: Person): Promise<DeclaredNights> {
    return this.gate.changeEvery(async (tx) => {
      const before = await this.one(id, by);
      if (before.withdrawnAt)
        throw new Refused(`${before.withdrawnByName ?? 'Somebody'} has withdrawn these nights already.`);
      await tx.query(WITHDRAW, [id, this.clock.now(), by.name, reason]);
      const about = { youngPersonId: before.youngPersonId, subjectId: id };
      await this.audit.record(tx, by, { action: 'nights-elsewhere.withdrawn', ...about, before, reason });
      return this.one(id, by);
    });
  }

  /** @throws NotThere, for those of another worker's family too. */
  async one(id: string, by: Person): Promise<DeclaredNights> {
    const [found] = await this.database.rows<DeclaredNights>(
      `SELECT ${COLUMNS} FROM declared_nights WHERE id = $1`,
      [id],
    );
    const own = await this.caseload.familyIds(by);
    const isOwn = !own || (found && own.has((await this.people.one(found.youngPersonId)).familyId));
    if (!found || !isOwn) throw new NotThere('There are no declared nights with this id.');
    return found;
  }

  private async know(youngPersonId: string, by: Person): Promise<void> {
    await this.caseload.refuseStrangersAmong([youngPersonId], by);
    await this.people.one(youngPersonId);
  }

  private async refuseTwoPlacesAtOnce(
    youngPersonId: string,
    { fromOn, toOn }: NewDeclaredNightsDto,
  ): Promise<void> {
    const away = await this.away.of(youngPersonId);
    const other = away.find(({ nights }) => shareANight(nights, { from: fromOn, to: toOn }));
    if (!other) return;
    const when = sayStay(other.nights, fromOn);
    throw new Refused(
      other.kind === 'elsewhere'
        ? `Nights elsewhere are declared already: ${when}. Withdraw those first, or leave them out.`
        : `They have a stay with us then: ${when}. Leave those nights out, or change the stay first.`,
    );
  }
}
