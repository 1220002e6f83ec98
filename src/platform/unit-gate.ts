import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { unitsOfAsker } from './about/families-of';
import { SYSTEM } from './actor';
import { AuditTrail } from './audit/audit-trail';
import { Clock } from './clock';
import { Database } from './database';
import { FreedNights } from './freed-nights';
import { prepared } from './prepared';
import { NotThere, Refused } from './problem';

const MOST_TRIES = 4;

/** Lost races: an exclusion constraint had the last word, a serialization failure, a deadlock. */
const LOST_RACE = ['23P01', '40001', '40P01'];

/** Counting the change takes the lock of FOR NO KEY UPDATE; a change that is refused is rolled back and not counted. */
export const LOCK_ONE = prepared(
  'unit-gate',
  `
  UPDATE units SET revision = revision + 1 WHERE id = $1
  RETURNING EXISTS (
    SELECT 1 FROM stays WHERE unit_id = $1 AND status = 'held' AND hold_expires_at <= $2) AS "hasExpired"`,
);

/** An UPDATE would take the locks in no order, and two of them could wait for each other. */
const LOCK_EVERY = `
  SELECT id, EXISTS (
    SELECT 1 FROM stays WHERE unit_id = unit.id AND status = 'held' AND hold_expires_at <= $1) AS "hasExpired"
  FROM units AS unit ORDER BY id FOR NO KEY UPDATE OF unit`;

const EXPIRE = `
  WITH expired AS (
    UPDATE stays SET status = 'cancelled', ended_on = (hold_expires_at AT TIME ZONE 'Europe/London')::date,
      ended_reason = 'the hold ran out', version = version + 1
    WHERE unit_id = $1 AND status = 'held' AND hold_expires_at <= $2
    RETURNING id, young_person_id, arrives_on, departs_on),
  freed AS (UPDATE bed_uses SET live = false WHERE stay_id IN (SELECT id FROM expired))
  SELECT id, young_person_id AS "youngPersonId", arrives_on AS "from", departs_on AS "to" FROM expired`;

interface Expired {
  readonly id: string;
  readonly youngPersonId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The one way to change a diary. Locks the unit's row first, so that what is loaded stays true until it is written;
 * exclusion constraints stand behind it. READ COMMITTED: a stricter level would grant the lock on a stale snapshot.
 * A lost race is run again, so that the rules see the winner and say why not.
 */
@Injectable()
export class UnitGate {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly freed: FreedNights,
  ) {}

  /**
   * Of no unit but those of whoever asks, however they came to name it.
   * @throws NotThere when the unit does not exist or is not theirs; Refused when the race is lost again and again.
   */
  async change<T>(unitId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (unitsOfAsker()?.includes(unitId) === false) throw new NotThere('There is no such unit.');
    return this.untilDecided(async (tx) => {
      const now = this.clock.now();
      const [[unit]] = await tx.query<[{ hasExpired: boolean }[], number]>(LOCK_ONE, [unitId, now]);
      if (!unit) throw new NotThere('There is no such unit.');
      if (unit.hasExpired) await this.expireHolds(tx, unitId, now);
      return work(tx);
    });
  }

  /** For judgements on people, who may be booked anywhere: locks every unit, always in the same order. */
  async changeEvery<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.untilDecided(async (tx) => {
      const now = this.clock.now();
      const units = await tx.query<{ id: string; hasExpired: boolean }[]>(LOCK_EVERY, [now]);
      for (const { id, hasExpired } of units) if (hasExpired) await this.expireHolds(tx, id, now);
      const done = await work(tx);
      await tx.query('UPDATE units SET revision = revision + 1');
      return done;
    });
  }

  private async expireHolds(tx: EntityManager, unitId: string, now: Date): Promise<void> {
    const expired = await tx.query<Expired[]>(EXPIRE, [unitId, now]);
    const entries = expired.map(({ id, youngPersonId }) => ({ subjectId: id, youngPersonId, unitId }));
    const reason = 'the hold ran out';
    await this.audit.record(
      tx,
      SYSTEM,
      ...entries.map((entry) => ({ action: 'stay.hold-expired', reason, ...entry })),
    );
    for (const { from, to } of expired) this.freed.publish({ unitId, nights: { from, to } });
  }

  private async untilDecided<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      try {
        return await this.database.transaction((tx) => this.freed.during(tx, work));
      } catch (error) {
        if (!lostARace(error)) throw error;
      }
    }
    throw new Refused('The diary is very busy just now. Nothing was changed: try again.');
  }
}

function lostARace(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    LOST_RACE.includes((error.driverError as { code?: string }).code ?? '')
  );
}
