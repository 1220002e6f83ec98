import type { Pool } from 'pg';

/** A night on which the diary is not as it must be. */
export interface WrongNight {
  readonly wrong: string;
  readonly night: string;
  readonly who: string;
}

/** `$1` units, `$2` from, `$3` to: everybody there, night by night, and whether they need the unit to themselves. */
const NIGHTS = `
  WITH there AS (
    SELECT night::date AS night, use.unit_id, use.room_id, use.stay_id, stay.young_person_id, use.whole_unit,
      stay.solo OR EXISTS (SELECT 1 FROM solo_decisions AS decision
        WHERE decision.young_person_id = stay.young_person_id AND decision.starts_on <= night
          AND decision.review_on >= night AND (decision.ended_on IS NULL OR night < decision.ended_on)) AS alone
    FROM bed_uses AS use
    JOIN stays AS stay ON stay.id = use.stay_id
    CROSS JOIN generate_series($2::date, $3::date - 1, interval '1 day') AS night
    WHERE use.live AND use.from_on <= night AND night < use.to_on AND use.unit_id = ANY($1::uuid[])),
  pairs AS (
    SELECT one.night, one.unit_id, one.alone, one.young_person_id AS one_id, other.young_person_id AS other_id
    FROM there AS one JOIN there AS other
      ON other.unit_id = one.unit_id AND other.night = one.night AND other.stay_id <> one.stay_id)`;

const WRONGS: Readonly<Record<string, string>> = {
  'two in a room': `
    SELECT night, room_id::text AS who FROM there GROUP BY night, room_id HAVING count(*) > 1`,
  'one young person twice': `
    SELECT night, young_person_id::text AS who FROM there GROUP BY night, young_person_id HAVING count(*) > 1`,
  'more than the registered places': `
    SELECT night, unit_id::text AS who FROM there GROUP BY night, unit_id
    HAVING count(*) > (SELECT places FROM unit_settings WHERE unit_settings.unit_id = there.unit_id LIMIT 1)`,
  'somebody beside a solo stay': `
    SELECT night, one_id::text || ' ' || other_id AS who FROM pairs WHERE alone AND NOT EXISTS (
      SELECT 1 FROM solo_decisions WHERE young_person_id = one_id AND other_id = ANY(sibling_ids)
        AND starts_on <= night AND night <= review_on)`,
  'a solo stay that nothing guards': `
    SELECT night, stay_id::text AS who FROM there WHERE alone AND NOT whole_unit AND NOT EXISTS (
      SELECT 1 FROM there AS other WHERE other.unit_id = there.unit_id AND other.night = there.night
        AND other.stay_id <> there.stay_id)`,
  'not assessed together': `
    SELECT night, one_id::text || ' ' || other_id AS who FROM pairs WHERE one_id < other_id AND NOT EXISTS (
      SELECT 1 FROM compatibility_assessments WHERE first_young_person_id = one_id
        AND second_young_person_id = other_id AND superseded_at IS NULL AND review_on >= night)`,
  'assessed not together': `
    SELECT night, one_id::text || ' ' || other_id AS who FROM pairs JOIN compatibility_assessments
      ON first_young_person_id = one_id AND second_young_person_id = other_id AND superseded_at IS NULL
    WHERE outcome = 'not-together'`,
  'a stay in a closed room': `
    SELECT night, stay_id::text AS who FROM there JOIN closures ON closures.unit_id = there.unit_id
      AND (closures.room_id IS NULL OR closures.room_id = there.room_id) AND from_on <= night AND night < to_on`,
  'a room of another unit': `
    SELECT night, stay_id::text AS who FROM there JOIN rooms ON rooms.id = room_id
    WHERE rooms.unit_id <> there.unit_id`,
  'a bed for a stay that is not to be': `
    SELECT night, stay_id::text AS who FROM there JOIN stays ON stays.id = stay_id
    WHERE status NOT IN ('held', 'confirmed', 'in-residence') OR night < arrives_on OR night >= departs_on`,
  'a stay without a bed': `
    SELECT night::date AS night, id::text AS who
    FROM stays, generate_series($2::date, $3::date - 1, interval '1 day') AS night
    WHERE unit_id = ANY($1::uuid[]) AND status IN ('held', 'confirmed', 'in-residence')
      AND arrives_on <= night AND night < departs_on
      AND NOT EXISTS (SELECT 1 FROM there WHERE there.stay_id = stays.id AND there.night = night::date)`,
};

/** Looks at every night by itself and trusts nothing: no constraint, no lock, no code of the product. */
export async function wrongNights(
  sql: Pool,
  unitIds: readonly string[],
  from: string,
  to: string,
): Promise<WrongNight[]> {
  const parts = Object.entries(WRONGS).map(
    ([wrong, rows]) => `(SELECT '${wrong}' AS wrong, night::text, who FROM (${rows}) AS found)`,
  );
  const { rows } = await sql.query<WrongNight>(`${NIGHTS} ${parts.join(' UNION ALL ')}`, [unitIds, from, to]);
  return rows;
}
