import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { earlierOf, laterOf } from '../domain/calendar-date';
import type { Nights } from '../domain/nights';
import type { Cells } from './columns';
import type { Line } from './line';
import type { KnownPerson, Standing, StandingBed } from './standing';

const UNIT = `
  SELECT
    (SELECT json_agg(json_build_object('id', id, 'number', number) ORDER BY number) FROM rooms WHERE unit_id = $1) AS rooms,
    (SELECT json_agg(json_build_object('from', from_on, 'places', places) ORDER BY from_on)
       FROM (SELECT DISTINCT ON (from_on) * FROM unit_settings WHERE unit_id = $1
             ORDER BY from_on, recorded_at DESC) AS in_force) AS places`;

const LINES = 'SELECT reference, line FROM imported_stays WHERE unit_id = $1 AND reference = ANY($2::text[])';

const FAMILIES = `
  SELECT reference, family_id AS id FROM imported_families WHERE unit_id = $1 AND reference = ANY($2::text[])`;

const PEOPLE = `
  SELECT known.reference, person.id, given_name AS "givenName", family_name AS "familyName",
    date_of_birth AS "dateOfBirth",
    (SELECT reference FROM imported_families WHERE unit_id = $1 AND family_id = person.family_id LIMIT 1) AS family
  FROM imported_young_people AS known JOIN young_people AS person ON person.id = known.young_person_id
  WHERE known.unit_id = $1 AND known.reference = ANY($2::text[])`;

const BEDS = `
  SELECT bed AS room, json_build_object('from', use.from_on, 'to', use.to_on) AS nights, kind AS closure,
    young_person_id AS "youngPersonId", whole_unit AS "wholeUnit"
  FROM bed_uses AS use LEFT JOIN closures ON closures.id = closure_id
  WHERE use.unit_id = $1 AND live AND use.from_on < $3 AND use.to_on > $2`;

const ELSEWHERE = `
  SELECT young_person_id AS "youngPersonId", json_build_object('from', from_on, 'to', to_on) AS nights
  FROM bed_uses WHERE young_person_id = ANY($2::uuid[]) AND unit_id <> $1 AND live`;

/** References looked up at a time. */
const AT_ONCE = 2000;

interface Referenced {
  readonly reference: string;
}

/** Reads what a file's lines could contradict; under the unit's lock, so that it stays true. */
@Injectable()
export class StandingReader {
  async read(tx: EntityManager, unitId: string, lines: readonly Line[]): Promise<Standing> {
    const [unit] = await tx.query<Pick<Standing, 'rooms' | 'places'>[]>(UNIT, [unitId]);
    const imported = await find<Referenced & { line: Cells }>(tx, LINES, unitId, lines, (line) => line.stay);
    const families = await find<Referenced & { id: string }>(
      tx,
      FAMILIES,
      unitId,
      lines,
      (line) => line.family,
    );
    const people = await find<Referenced & KnownPerson>(
      tx,
      PEOPLE,
      unitId,
      lines,
      (line) => line.youngPerson,
    );
    const span = spanOfAll(lines);
    const ids = people.map(({ id }) => id);
    return {
      rooms: unit?.rooms ?? [],
      places: unit?.places ?? [],
      lines: new Map(imported.map(({ reference, line }) => [reference, line])),
      families: new Map(families.map(({ reference, id }) => [reference, id])),
      people: new Map(people.map((person) => [person.reference, person])),
      beds: await tx.query<StandingBed[]>(BEDS, [unitId, span.from, span.to]),
      elsewhere: await tx.query<Standing['elsewhere'][number][]>(ELSEWHERE, [unitId, ids]),
    };
  }
}

async function find<Row>(
  tx: EntityManager,
  sql: string,
  unitId: string,
  lines: readonly Line[],
  referenceOf: (line: Line) => string,
): Promise<Row[]> {
  const references = [...new Set(lines.map(referenceOf))];
  const found: Row[] = [];
  for (let from = 0; from < references.length; from += AT_ONCE)
    found.push(...(await tx.query<Row[]>(sql, [unitId, references.slice(from, from + AT_ONCE)])));
  return found;
}

function spanOfAll(lines: readonly Line[]): Nights {
  return lines.reduce(
    ({ from, to }, { nights }) => ({ from: earlierOf(from, nights.from), to: laterOf(to, nights.to) }),
    { from: '2199-12-31', to: '1900-01-01' },
  );
}
