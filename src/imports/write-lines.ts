import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Line } from './line';
import { refusingByLine } from './refused-by-constraint';
import type { Standing } from './standing';

const FAMILIES = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS given(id uuid, reference text)),
  made AS (INSERT INTO families (id, reference) SELECT id, reference FROM given)
  INSERT INTO imported_families (unit_id, reference, family_id) SELECT $1, reference, id FROM given`;

const PEOPLE = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS given(id uuid, reference text, "familyId" uuid,
    "givenName" text, "familyName" text, "dateOfBirth" date)),
  made AS (INSERT INTO young_people (id, family_id, given_name, family_name, date_of_birth, case_reference)
    SELECT id, "familyId", "givenName", "familyName", "dateOfBirth", reference FROM given)
  INSERT INTO imported_young_people (unit_id, reference, young_person_id) SELECT $1, reference, id FROM given`;

const STAYS = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS given(id uuid, "youngPersonId" uuid, kind text,
    outcome text, "arrivesOn" date, "departsOn" date, "requestedOn" date, "endedOn" date, "endedBy" text, reason text,
    "roomId" uuid, room integer, line jsonb)),
  made AS (INSERT INTO stays (id, unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on,
      ended_on, ended_by, ended_reason, created_by_name)
    SELECT id, $1, "youngPersonId", kind, outcome, "arrivesOn", "departsOn", "requestedOn", "endedOn", "endedBy",
      reason, $3 FROM given),
  beds AS (INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party, live)
    SELECT $1, "roomId", room, "arrivesOn", "departsOn", id, "youngPersonId", "youngPersonId", outcome = 'completed'
    FROM given WHERE room IS NOT NULL)
  INSERT INTO imported_stays (unit_id, reference, stay_id, support, key_worker, line)
  SELECT $1, line->>'stay', id, line->>'support', line->>'key_worker', line FROM given`;

const AT_ONCE = 500;

export interface WrittenStay {
  readonly id: string;
  readonly youngPersonId: string;
  readonly line: Line;
}

/**
 * Writes new stays, and whoever the unit does not know yet, a portion at a time.
 * @throws ImportRefused when a constraint says no.
 */
export async function* writeLines(
  tx: EntityManager,
  { unitId, byName }: { readonly unitId: string; readonly byName: string },
  fresh: readonly Line[],
  standing: Standing,
): AsyncGenerator<readonly WrittenStay[]> {
  const rooms = new Map(standing.rooms.map(({ id, number }) => [number, id]));
  const people = await writePeople(tx, unitId, fresh, standing);
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const portion = fresh.slice(from, from + AT_ONCE);
    const stays = portion.map((line) => ({
      id: randomUUID(),
      youngPersonId: people.get(line.youngPerson) ?? '',
      line,
    }));
    const rows = JSON.stringify(stays.map((stay) => rowOf(stay, rooms)));
    await refusingByLine(portion, () => tx.query(STAYS, [unitId, rows, byName]));
    yield stays;
  }
}

/** @returns the ids of all young people of the lines, by their reference. */
async function writePeople(
  tx: EntityManager,
  unitId: string,
  fresh: readonly Line[],
  standing: Standing,
): Promise<ReadonlyMap<string, string>> {
  const families = new Map(standing.families);
  const people = new Map([...standing.people].map(([reference, { id }]) => [reference, id]));
  const newFamilies = addNew(families, fresh, ({ family }) => family);
  const newPeople = addNew(people, fresh, ({ youngPerson }) => youngPerson).map(({ line, ...named }) => {
    const { givenName, familyName, dateOfBirth } = line;
    return { ...named, familyId: families.get(line.family), givenName, familyName, dateOfBirth };
  });
  await tx.query(FAMILIES, [
    unitId,
    JSON.stringify(newFamilies.map(({ id, reference }) => ({ id, reference }))),
  ]);
  await tx.query(PEOPLE, [unitId, JSON.stringify(newPeople)]);
  return people;
}

/** Gives each reference not in `known` an id, and says on which line it is first. */
function addNew(known: Map<string, string>, lines: readonly Line[], referenceOf: (line: Line) => string) {
  return lines.flatMap((line) => {
    const reference = referenceOf(line);
    if (known.has(reference)) return [];
    const id = randomUUID();
    known.set(reference, id);
    return [{ id, reference, line }];
  });
}

function rowOf({ id, youngPersonId, line }: WrittenStay, rooms: ReadonlyMap<number, string>) {
  const { kind, outcome, nights, requestedOn, endedOn, endedBy, reason, room, cells } = line;
  const roomId = room === null ? null : rooms.get(room);
  const dates = { arrivesOn: nights.from, departsOn: nights.to, requestedOn, endedOn };
  return { id, youngPersonId, kind, outcome, ...dates, endedBy, reason, room, roomId, line: cells };
}
