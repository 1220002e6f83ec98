/** Whom, and which unit, something with an id is about. */
export interface About {
  readonly unitIds: readonly string[];
  readonly familyIds: readonly string[];
  readonly youngPersonIds: readonly string[];
}

const OF_FAMILY = (where: string): string => `
  SELECT NULL::uuid AS unit_id, families.id AS family_id, young_people.id AS young_person_id
  FROM families LEFT JOIN young_people ON young_people.family_id = families.id WHERE ${where}`;

const OF_PERSON = (table: string, unit = 'NULL::uuid'): string => `
  SELECT ${unit} AS unit_id, young_people.family_id, young_people.id AS young_person_id
  FROM ${table} LEFT JOIN young_people ON young_people.id = ${table}.young_person_id WHERE ${table}.id = $1`;

const OF_UNIT = (table: string): string => `
  SELECT unit_id, NULL::uuid AS family_id, NULL::uuid AS young_person_id FROM ${table} WHERE id = $1`;

/** By the noun of the address: `/api/stays/:id`, `/stays/:id/arrival`. Each takes the id as `$1`. */
export const ABOUT: Readonly<Record<string, string>> = {
  families: OF_FAMILY('families.id = $1'),
  'young-people': OF_FAMILY(
    'families.id = (SELECT family_id FROM young_people WHERE id = $1) AND young_people.id = $1',
  ),
  'cas-plans': OF_FAMILY('families.id = (SELECT family_id FROM cas_plans WHERE id = $1)'),
  'short-break-plans': OF_PERSON('short_break_plans'),
  stays: OF_PERSON('stays', 'stays.unit_id'),
  'day-visits': OF_PERSON('day_visits', 'day_visits.unit_id'),
  'emergency-claims': OF_PERSON('emergency_claims', 'emergency_claims.unit_id'),
  tasks: OF_PERSON('tasks', 'tasks.unit_id'),
  'declared-nights': OF_PERSON('declared_nights'),
  'solo-decisions': OF_PERSON('solo_decisions'),
  'noticed-things': `
    SELECT stays.unit_id, young_people.family_id, young_people.id AS young_person_id
    FROM noticed_things JOIN stays ON stays.id = stay_id JOIN young_people ON young_people.id = noticed_things.young_person_id
    WHERE noticed_things.id = $1`,
  requests: `
    SELECT requests.unit_id, requests.family_id, young_person_id
    FROM requests LEFT JOIN request_young_people ON request_id = requests.id WHERE requests.id = $1`,
  'request-series': `
    SELECT DISTINCT request_series.unit_id, request_series.family_id, young_person_id
    FROM request_series LEFT JOIN requests ON requests.series_id = request_series.id
      LEFT JOIN request_young_people ON request_id = requests.id WHERE request_series.id = $1`,
  units:
    'SELECT id AS unit_id, NULL::uuid AS family_id, NULL::uuid AS young_person_id FROM units WHERE id = $1',
  rooms: OF_UNIT('rooms'),
  accounts: `
    SELECT NULL::uuid AS unit_id, NULL::uuid AS family_id, NULL::uuid AS young_person_id FROM accounts WHERE id = $1`,
  closures: OF_UNIT('closures'),
  imports: OF_UNIT('imports'),
  notices: OF_UNIT('notices'),
};

/** Nouns that pages use for what the API calls otherwise. */
const CALLED: Readonly<Record<string, string>> = {
  noticed: 'noticed-things',
  import: 'imports',
  outbox: 'notices',
  'of-stay': 'stays',
};

/**
 * What the address of a route is about, from the router's own template: `/api/stays/:id/arrival` is about stays.
 * `undefined` for one without an id.
 */
export function nounOf(template: string): string | undefined {
  const noun = /([\w-]+)\/:id\b/.exec(template)?.[1];
  return noun === undefined ? undefined : (CALLED[noun] ?? noun);
}
