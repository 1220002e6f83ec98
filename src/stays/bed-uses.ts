import type { EntityManager } from 'typeorm';
import type { Diary, Lodging } from '../domain/diary';
import type { Nights } from '../domain/nights';
import { lodgingsWithSolo, partyOf, type SoloLodging } from '../domain/solo';

/** What a stay asks of the beds; the rows the exclusion constraints watch. */
export interface BedUse {
  readonly stayId: string;
  readonly unitId: string;
  readonly roomId: string;
  readonly bed: number;
  readonly from: string;
  readonly to: string;
  readonly youngPersonId: string;
  readonly party: string;
  readonly solo: boolean;
}

interface Lodged {
  readonly id: string;
  readonly youngPersonId: string;
  readonly nights: Nights;
  readonly solo: boolean;
  readonly lodgings: readonly Lodging[];
}

const WRITE = `
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, whole_unit)
  SELECT "unitId", "roomId", bed, "from", "to", "stayId", "youngPersonId", party, solo
  FROM jsonb_to_recordset($1::jsonb) AS use("unitId" uuid, "roomId" uuid, bed integer, "from" date, "to" date,
    "stayId" uuid, "youngPersonId" uuid, party uuid, solo boolean)
  ORDER BY "youngPersonId", "from"`;

export function bedUsesOf(stay: Lodged, diary: Diary): BedUse[] {
  const { id: stayId, youngPersonId } = stay;
  const familyId = diary.people.get(youngPersonId)?.familyId ?? youngPersonId;
  const party = partyOf(youngPersonId, familyId, stay.nights, diary.soloDecisions);
  const beds = new Map(diary.rooms.map(({ id, number }) => [id, number]));
  return lodgingsWithSolo(stay, diary).map(({ roomId, nights: { from, to }, solo }) => {
    const bed = beds.get(roomId);
    if (bed === undefined) throw new Error(`Room ${roomId} is not of unit ${diary.unitId}`);
    return { stayId, unitId: diary.unitId, roomId, bed, from, to, youngPersonId, party, solo };
  });
}

export function lodgingsOf(uses: readonly BedUse[]): SoloLodging[] {
  return uses.map(({ roomId, from, to, solo }) => ({ roomId, nights: { from, to }, solo }));
}

export async function writeBedUses(tx: EntityManager, uses: readonly BedUse[]): Promise<void> {
  if (uses.length > 0) await tx.query(WRITE, [JSON.stringify(uses)]);
}

/** The beds of these stays, rewritten: what stood before is gone from the beds, not from the audit trail. */
export async function rewriteBedUses(
  tx: EntityManager,
  stayIds: readonly string[],
  uses: readonly BedUse[],
): Promise<void> {
  await tx.query('DELETE FROM bed_uses WHERE stay_id = ANY($1::uuid[])', [stayIds]);
  await writeBedUses(tx, uses);
}

/** The beds are free again; which they were is kept, so that a lost night can say what it lost. */
export async function freeBeds(tx: EntityManager, stayId: string): Promise<void> {
  await tx.query('UPDATE bed_uses SET live = false WHERE stay_id = $1', [stayId]);
}
