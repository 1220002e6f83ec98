import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addDays, earlierOf, type CalendarDate } from '../domain/calendar-date';
import { londonDate, londonInstant } from '../domain/london';
import { Stay } from '../stays/stay.entity';
import type { DemoStay } from './roster';
import type { House } from './house';

const BEDS = `
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, whole_unit, live)
  SELECT $1, "roomId", bed, "from", "to", "stayId", "youngPersonId", party, solo, live
  FROM jsonb_to_recordset($2::jsonb) AS use("roomId" uuid, bed integer, "from" date, "to" date, "stayId" uuid,
    "youngPersonId" uuid, party uuid, solo boolean, live boolean)`;

const HISTORY = `
  INSERT INTO audit_entries (at, actor_name, actor_role, action, unit_id, young_person_id, subject_id, reason)
  SELECT at, 'Priya Nair', 'staff', action, $1, "youngPersonId", "stayId", reason
  FROM jsonb_to_recordset($2::jsonb) AS entry(at timestamptz, action text, "youngPersonId" uuid, "stayId" uuid,
    reason text) ORDER BY at`;

const SUMMARIES = [
  'Settled quickly. Cooked for everybody on the second evening.',
  'A hard first night, then calmer. Talked with the key worker about school.',
  'Joined the walk and the games. Slept well.',
  'Quiet; spent time drawing. Asked to come again.',
];

/** Whether it is written down as it was, rather than asked of the rules as something to come. */
export function isRecorded({ nights, fate }: DemoStay, today: CalendarDate): boolean {
  return nights.from < today || typeof fate === 'object';
}

/** Stays of the past weeks, and those called off: as the house wrote them down at the time. */
export async function recordStays(
  tx: EntityManager,
  house: House,
  stays: readonly DemoStay[],
  now: Date,
): Promise<void> {
  const recorded = stays.map((stay, index) => ({ stay, row: rowOf(stay, index, house, now) }));
  await tx.insert(
    Stay,
    recorded.map(({ row }) => row),
  );
  await tx.query(BEDS, [
    house.unitId,
    JSON.stringify(recorded.map(({ stay, row }) => bedOf(stay, row, house))),
  ]);
  await tx.query(HISTORY, [house.unitId, JSON.stringify(recorded.flatMap(({ row }) => historyOf(row)))]);
}

function rowOf(demo: DemoStay, index: number, house: House, now: Date): Stay {
  const { from, to } = demo.nights;
  const requestedOn = earlierOf(
    addDays(from, demo.kind === 'emergency' ? 0 : -21 - (index % 9)),
    addDays(londonDate(now), -16),
  );
  const row: Stay = {
    id: randomUUID(),
    unitId: house.unitId,
    youngPersonId: house.idOf(demo.name),
    groupId: null,
    planId: null,
    kind: demo.kind,
    status: 'completed',
    solo: false,
    arrivesOn: from,
    departsOn: to,
    requestedOn,
    holdExpiresAt: null,
    arrivedAt: null,
    departedAt: null,
    destination: null,
    summary: null,
    endedOn: null,
    endedBy: null,
    endedReason: null,
    acknowledged: [],
    version: 1,
    createdAt: londonInstant(requestedOn, '11:15'),
    createdByName: 'Priya Nair',
  };
  return { ...row, ...outcomeOf(demo, index, now) };
}

function outcomeOf({ nights, fate, kind }: DemoStay, index: number, now: Date): Partial<Stay> {
  const today = londonDate(now);
  if (typeof fate === 'object') {
    const endedOn = earlierOf(addDays(nights.from, -fate.notice), addDays(today, -1));
    const endedReason =
      fate.by === 'family' ? 'The family has visitors that week.' : 'Did not want to come this time.';
    return { status: 'cancelled', endedOn, endedBy: fate.by, endedReason };
  }
  if (fate === 'not-arrived')
    return {
      status: 'not-arrived',
      endedOn: nights.from,
      endedReason: 'Did not come; staying with an aunt.',
    };
  const arrivedAt = londonInstant(nights.from, kind === 'emergency' ? '22:40' : '16:30');
  const leavesAt = londonInstant(nights.to, '10:00');
  if (leavesAt > now) return { status: 'in-residence', arrivedAt };
  const summary = SUMMARIES[index % SUMMARIES.length] ?? '';
  return { status: 'completed', arrivedAt, departedAt: leavesAt, destination: 'Home', summary };
}

function bedOf({ name, room, nights, solo = false }: DemoStay, row: Stay, house: House) {
  const live = row.status === 'completed' || row.status === 'in-residence';
  const { id: stayId, youngPersonId } = row;
  return {
    ...nights,
    roomId: house.roomId(room),
    bed: room,
    stayId,
    youngPersonId,
    party: house.partyOf(name),
    solo,
    live,
  };
}

function historyOf(row: Stay) {
  const { id: stayId, youngPersonId, arrivedAt, departedAt, endedOn, endedReason, status } = row;
  const steps: [string, Date | null, string | null][] = [
    ['stay.confirmed', row.createdAt, null],
    ['stay.arrived', arrivedAt, null],
    ['stay.departed', departedAt, null],
    [`stay.${status}`, endedOn ? londonInstant(endedOn, '09:20') : null, endedReason],
  ];
  return steps.flatMap(([action, at, reason]) => (at ? [{ action, at, reason, stayId, youngPersonId }] : []));
}
