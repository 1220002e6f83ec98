import { Pool, type PoolClient } from 'pg';
import { cloneDatabase } from '../support/databases';
import { Ground, type LaidUnit } from '../support/ground';

export interface RawStay {
  readonly unit: LaidUnit;
  readonly youngPersonId: string | undefined;
  /** Counted from 0. */
  readonly room?: number;
  readonly nights?: readonly [from: string, to: string];
  readonly solo?: boolean;
  readonly party?: string | undefined;
}

const STAY = `
  INSERT INTO stays (unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on, created_by_name)
  VALUES ($1, $2, 'planned', 'confirmed', $3, $4, $3, 'Nobody') RETURNING id`;

const BED = `
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, whole_unit)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const CLOSURE = `
  WITH closure AS (INSERT INTO closures (unit_id, room_id, from_on, to_on, kind, reason, recorded_by_name)
    VALUES ($1, $2, $3, $4, 'repair', 'A leak.', 'Nobody') RETURNING id)
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, closure_id, party, whole_unit)
  SELECT $1, $2, $5, $3, $4, id, $1, $2 IS NULL FROM closure`;

export const WEEKEND = ['2026-03-13', '2026-03-16'] as const;

/** A database to which anybody may write anything, without the product in between. */
export class RawDiary {
  readonly ground: Ground;

  private constructor(
    readonly sql: Pool,
    private readonly drop: () => Promise<void>,
  ) {
    this.ground = new Ground(sql);
  }

  static async open(): Promise<RawDiary> {
    const database = await cloneDatabase();
    return new RawDiary(new Pool({ connectionString: database.url, max: 8 }), () => database.drop());
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.drop();
  }

  /** In a transaction of its own unless `on` is given. @throws what the database says. */
  async stay(asked: RawStay, on: Pool | PoolClient = this.sql): Promise<string> {
    const { unit, youngPersonId, room = 0, nights: [from, to] = WEEKEND, solo = false, party } = asked;
    const { rows } = await on.query<{ id: string }>(STAY, [unit.id, youngPersonId, from, to]);
    const id = rows[0]?.id ?? '';
    const bed = [
      unit.id,
      unit.rooms[room],
      room + 1,
      from,
      to,
      id,
      youngPersonId,
      party ?? youngPersonId,
      solo,
    ];
    await on.query(BED, bed);
    return id;
  }

  async shut(
    unit: LaidUnit,
    room: number | null,
    [from, to]: readonly [string, string] = WEEKEND,
  ): Promise<void> {
    const roomId = room === null ? null : unit.rooms[room];
    await this.sql.query(CLOSURE, [unit.id, roomId, from, to, room === null ? null : room + 1]);
  }

  /** The constraint that refuses it. */
  async refusalOf(attempt: Promise<unknown>): Promise<string> {
    return attempt.then(
      () => 'taken',
      (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
    );
  }
}
