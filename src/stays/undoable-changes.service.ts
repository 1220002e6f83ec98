import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UNDO_MINUTES, type Undo, type Undoable } from '../domain/undoing';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import type { Stay } from './stay.entity';

/** What a stay had before it was changed, and has again when that is taken back. */
type StayBefore = Pick<Stay, 'arrivesOn' | 'departsOn' | 'status' | 'holdExpiresAt' | 'planId'> & {
  /** The room it had last, where that was changed. */
  readonly roomId: string | null;
};

export interface UndoableChange extends Undo {
  readonly stayId: string;
  readonly withStayId: string | null;
  readonly before: StayBefore;
}

interface Kept {
  readonly action: Undoable;
  readonly withStayId?: string;
  readonly before: Stay;
  readonly roomId: string | undefined;
}

const KEEP = `
  INSERT INTO undoable_changes (stay_id, with_stay_id, action, made_at, version, before)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (stay_id) DO UPDATE SET with_stay_id = excluded.with_stay_id, action = excluded.action,
    made_at = excluded.made_at, version = excluded.version, before = excluded.before`;

const FORGET = `DELETE FROM undoable_changes WHERE made_at <= $1::timestamptz - make_interval(mins => $2)`;

const LATEST = `
  SELECT stay_id AS "stayId", with_stay_id AS "withStayId", action, made_at AS "madeAt", before,
    stays.version = undoable_changes.version AS "isLatest",
    EXISTS (SELECT FROM notices WHERE notices.unit_id = stays.unit_id AND written_at >= made_at) AS "isTold"
  FROM undoable_changes JOIN stays ON stays.id = stay_id WHERE stay_id = $1`;

/** The latest change of each stay that can be taken back; forgotten when its minutes are over. */
@Injectable()
export class UndoableChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async keep(tx: EntityManager, { action, withStayId, before, roomId }: Kept): Promise<void> {
    const now = this.clock.now();
    const { id, version, arrivesOn, departsOn, status, holdExpiresAt, planId } = before;
    const kept = { arrivesOn, departsOn, status, holdExpiresAt, planId, roomId: roomId ?? null };
    await tx.query(FORGET, [now, UNDO_MINUTES]);
    await tx.query(KEEP, [id, withStayId ?? null, action, now, version + 1, JSON.stringify(kept)]);
  }

  async latest(stayId: string): Promise<UndoableChange | undefined> {
    const [found] = await this.database.rows<UndoableChange>(LATEST, [stayId]);
    return found;
  }

  async forget(tx: EntityManager, stayIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM undoable_changes WHERE stay_id = ANY ($1::uuid[])', [stayIds]);
  }
}
