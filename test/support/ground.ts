import type { Pool } from 'pg';
import { agreePlansIn } from './plans';

export interface LaidUnit {
  readonly id: string;
  readonly rooms: readonly string[];
}

/** The same children may stay round after round: no regulation counts their nights. */
const UNIT = `
  WITH unit AS (INSERT INTO units (name) VALUES ('Test unit') RETURNING id),
  settings AS (INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, series_nights, year_nights,
      year_nights_told_from)
    SELECT id, '1900-01-01', $1, 5, 25, 30000, 30000, 30000 FROM unit),
  beds AS (INSERT INTO rooms (unit_id, number, name)
    SELECT id, number, 'Room ' || number FROM unit, generate_series(1, $1) AS number RETURNING id, number)
  SELECT unit.id, (SELECT array_agg(beds.id ORDER BY number) FROM beds) AS rooms FROM unit`;

const CHILDREN = `
  WITH family AS (INSERT INTO families (reference) SELECT 'F' FROM generate_series(1, $1) RETURNING id)
  INSERT INTO young_people (family_id, given_name, family_name, date_of_birth, case_reference)
  SELECT id, 'Given', 'Family', current_date - 4400, 'C' FROM family, generate_series(1, $2) RETURNING id`;

const ASSESS = `
  INSERT INTO compatibility_assessments
    (first_young_person_id, second_young_person_id, outcome, controls, reasons, review_on, author_name)
  SELECT one, other, $2, CASE $2 WHEN 'with-controls' THEN 'Staff within sight.' END, 'As known.',
    current_date + 6000, 'Test'
  FROM unnest($1::uuid[]) AS one, unnest($1::uuid[]) AS other WHERE one < other`;

const DECIDE = `
  INSERT INTO solo_decisions (young_person_id, reason, starts_on, review_on, approver_name)
  VALUES ($1, 'As known.', $2, $3, 'Test')`;

/** Units and young people in great numbers, with agreed plans, laid down without asking the product. */
export class Ground {
  constructor(readonly sql: Pool) {}

  async unit(rooms = 4): Promise<LaidUnit> {
    const { rows } = await this.sql.query<LaidUnit>(UNIT, [rooms]);
    const [unit] = rows;
    if (!unit) throw new Error('No unit was made.');
    return unit;
  }

  /** Each of a family of their own, every pair judged alike. */
  async children(count: number, outcome = 'compatible'): Promise<string[]> {
    const ids = await this.made(count, 1);
    await this.assess(ids, outcome);
    return ids;
  }

  /** So many young people of one family; nobody has judged them. */
  siblings(count: number): Promise<string[]> {
    return this.made(1, count);
  }

  async assess(ids: readonly string[], outcome = 'compatible'): Promise<void> {
    await this.sql.query(ASSESS, [ids, outcome]);
  }

  async needsSolo(youngPersonId: string, from: string, lastNight: string): Promise<void> {
    await this.sql.query(DECIDE, [youngPersonId, from, lastNight]);
  }

  private async made(families: number, each: number): Promise<string[]> {
    const { rows } = await this.sql.query<{ id: string }>(CHILDREN, [families, each]);
    const ids = rows.map(({ id }) => id);
    await agreePlansIn((sql, parameters) => this.sql.query(sql, [...parameters]), ids);
    return ids;
  }
}
