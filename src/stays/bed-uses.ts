import type { EntityManager } from 'typeorm';
import type { Diary, Lodging } from '../domain/diary';
import type { Nights } from '../domain/nights';
import { lodgingsWithSolo, partyOf, type SoloLodging } from '../domain/solo';
import { entriesFrom } from '../platform/audit/audit-trail';
import { prepared } from '../platform/prepared';
import type { Stay } from './stay.entity';

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

/** A live row of `bed_uses`; `bed` is null for a closure of the whole unit. */
export type Standing = Pick<BedUse, 'from' | 'to' | 'party' | 'solo'> & {
  readonly stayId: string | null;
  readonly bed: number | null;
};

interface Lodged {
  readonly id: string;
  readonly youngPersonId: string;
  readonly nights: Nights;
  readonly solo: boolean;
  readonly lodgings: readonly Lodging[];
}

/**
 * Two units may be booking the same siblings, each under its own lock: the young people are locked in one order, or
 * the constraint would have each wait for the other.
 */
const BEDS = `
  asked AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS use("unitId" uuid, "roomId" uuid, bed integer, "from" date,
      "to" date, "stayId" uuid, "youngPersonId" uuid, party uuid, solo boolean)),
  locked AS (
    SELECT id FROM young_people WHERE id IN (SELECT "youngPersonId" FROM asked) ORDER BY id FOR NO KEY UPDATE)
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, whole_unit)
  SELECT "unitId", "roomId", bed, "from", "to", "stayId", id, party, solo
  FROM locked JOIN asked ON "youngPersonId" = id ORDER BY id, "from"`;

const STANDING = `
  SELECT stay_id AS "stayId", bed, from_on AS "from", to_on AS "to", party, whole_unit AS solo FROM bed_uses
  WHERE unit_id = $1 AND live AND from_on < $3 AND to_on > $2`;

const WRITE = prepared('beds', `WITH ${BEDS}`);

export const PLACE = prepared(
  'place',
  `
  WITH placed AS (
    INSERT INTO stays (id, unit_id, young_person_id, group_id, plan_id, kind, status, solo, arrives_on, departs_on, requested_on,
      hold_expires_at, acknowledged, version, created_at, created_by_name)
    SELECT id, "unitId", "youngPersonId", "groupId", "planId", kind, status, solo, "arrivesOn", "departsOn", "requestedOn",
      "holdExpiresAt", acknowledged, version, "createdAt", "createdByName"
    FROM jsonb_to_recordset($2::jsonb) AS stay(id uuid, "unitId" uuid, "youngPersonId" uuid, "groupId" uuid,
      "planId" uuid, kind text, status text, solo boolean, "arrivesOn" date, "departsOn" date, "requestedOn" date,
      "holdExpiresAt" timestamptz, acknowledged text[], version integer, "createdAt" timestamptz,
      "createdByName" text)),
  recorded AS (${entriesFrom(3)}),
  ${BEDS}`,
);

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

export async function standingOn(tx: EntityManager, unitId: string, nights: Nights): Promise<Standing[]> {
  return tx.query<Standing[]>(STANDING, [unitId, nights.from, nights.to]);
}

/** New stays, their beds and the entries of the audit trail that say so, as `AuditTrail.parameters`: in one statement. */
export async function placeStays(
  tx: EntityManager,
  stays: readonly Stay[],
  uses: readonly BedUse[],
  entries: readonly unknown[],
): Promise<void> {
  await tx.query(PLACE, [JSON.stringify(uses), JSON.stringify(stays), ...entries]);
}

/** The beds of these stays, rewritten: what stood before is gone from the beds, not from the audit trail. */
export async function rewriteBedUses(
  tx: EntityManager,
  stayIds: readonly string[],
  uses: readonly BedUse[],
): Promise<void> {
  await tx.query('DELETE FROM bed_uses WHERE stay_id = ANY($1::uuid[])', [stayIds]);
  if (uses.length > 0) await tx.query(WRITE, [JSON.stringify(uses)]);
}

/** The beds are free again; which they were is kept, so that a lost night can say what it lost. */
export async function freeBeds(tx: EntityManager, stayId: string): Promise<void> {
  await tx.query('UPDATE bed_uses SET live = false WHERE stay_id = $1', [stayId]);
}
