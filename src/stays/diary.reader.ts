import { Injectable } from '@nestjs/common';
import type {
  Assessment,
  Closure,
  Diary,
  DiaryStay,
  Lodging,
  Person,
  Room,
  SoloDecision,
  UnitSettings,
} from '../domain/diary';
import type { Nights } from '../domain/nights';
import { tonight } from '../domain/tonight';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { prepared } from '../platform/prepared';
import { Misshapen, NotThere } from '../platform/problem';

type Elsewhere = Diary['elsewhere'][number];

type StayRow = Omit<DiaryStay, 'nights' | 'lodgings'> & Nights;

interface DiaryRow {
  /** `null`, as `settings` is, when there is no such unit. */
  readonly rooms: Room[] | null;
  readonly settings: (UnitSettings & { readonly nightRollsAt: string })[] | null;
  readonly closures: Closure[];
  readonly stays: StayRow[];
  /** Of each stay in order. */
  readonly lodgings: (Nights & { readonly stayId: string; readonly roomId: string })[];
  readonly elsewhere: Elsewhere[];
  readonly people: Person[];
  readonly assessments: Assessment[];
  readonly soloDecisions: SoloDecision[];
  readonly plans: Diary['plans'];
  readonly casPlans: Diary['casPlans'];
  readonly away: Diary['away'];
}

/** `$1` unit, `$2` from, `$3` to, `$4` now, `$5` the young people asked about. */
export const DIARY = prepared(
  'diary',
  `
  WITH present AS (
    SELECT * FROM stays
    WHERE unit_id = $1 AND arrives_on < $3
      AND (departs_on > $2 AND (status IN ('confirmed', 'completed') OR status = 'held' AND hold_expires_at > $4)
        OR status = 'in-residence')),
  concerned AS (SELECT young_person_id AS id FROM present UNION SELECT unnest($5::uuid[]))
  SELECT
    (SELECT json_agg(json_build_object('id', id, 'number', number, 'name', name, 'features', features) ORDER BY number)
       FROM rooms WHERE unit_id = $1) AS rooms,
    (SELECT json_agg(json_build_object('from', from_on, 'places', places, 'ageFrom', age_from, 'ageTo', age_to,
         'nightRollsAt', night_rolls_at, 'seriesNights', series_nights, 'yearNights', year_nights,
         'yearNightsToldFrom', year_nights_told_from, 'keptForPlanned', kept_for_planned,
         'keptForEmergency', kept_for_emergency, 'displacement', displacement) ORDER BY from_on)
       FROM (SELECT DISTINCT ON (from_on) * FROM unit_settings WHERE unit_id = $1
             ORDER BY from_on, recorded_at DESC) AS in_force) AS settings,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'roomId', room_id, 'kind', kind,
         'nights', json_build_object('from', from_on, 'to', to_on))), '[]')
       FROM closures WHERE unit_id = $1 AND from_on < $3 AND to_on > $2) AS closures,
    (SELECT coalesce(json_agg(stay), '[]')
       FROM (SELECT id, young_person_id AS "youngPersonId", status, kind, solo, group_id AS "groupId",
                young_person_id IN (SELECT young_person_id FROM stays WHERE status = 'displaced') AS "displacedBefore",
                arrives_on AS "from", departs_on AS "to"
             FROM present ORDER BY arrives_on, id) AS stay) AS stays,
    (SELECT coalesce(json_agg(lodging), '[]')
       FROM (SELECT present.id AS "stayId", room_id AS "roomId", from_on AS "from", to_on AS "to"
             FROM present, LATERAL (SELECT room_id, from_on, to_on FROM bed_uses
               WHERE stay_id = present.id AND live ORDER BY from_on) AS used) AS lodging) AS lodgings,
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id,
         'nights', json_build_object('from', from_on, 'to', to_on))), '[]')
       FROM (SELECT young_person_id, from_on, to_on FROM bed_uses
             WHERE young_person_id = ANY ($5) AND unit_id <> $1 AND live AND stay_id IS NOT NULL
             UNION ALL
             SELECT young_person_id, from_on, to_on FROM declared_nights
             WHERE young_person_id = ANY ($5) AND withdrawn_at IS NULL) AS away
       WHERE daterange(from_on, to_on) && daterange($2, $3)) AS elsewhere,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'familyId', family_id, 'dateOfBirth', date_of_birth)), '[]')
       FROM young_people WHERE id = ANY (ARRAY(SELECT id FROM concerned))) AS people,
    (SELECT coalesce(json_agg(json_build_object('youngPersonIds', json_build_array(first_young_person_id,
         second_young_person_id), 'outcome', outcome, 'controls', controls, 'reviewOn', review_on)), '[]')
       FROM compatibility_assessments WHERE superseded_at IS NULL
         AND first_young_person_id = ANY (ARRAY(SELECT id FROM concerned))
         AND second_young_person_id = ANY (ARRAY(SELECT id FROM concerned))) AS assessments,
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id, 'siblingIds', sibling_ids,
         'nights', json_build_object('from', starts_on, 'to', least(review_on + 1, ended_on)))), '[]')
       FROM solo_decisions
       WHERE (young_person_id = ANY (ARRAY(SELECT id FROM concerned)) OR sibling_ids && ARRAY(SELECT id FROM concerned))
         AND starts_on < least(review_on + 1, ended_on)) AS "soloDecisions",
    (SELECT coalesce(json_agg(json_build_object('id', id, 'youngPersonId', young_person_id,
         'isAgreed', status = 'agreed', 'nights', json_build_object('from', starts_on, 'to', ends_on),
         'nightsAgreed', nights_agreed, 'nightsPer', nights_per, 'consent', CASE WHEN consent_on IS NOT NULL
           THEN json_build_object('from', consent_on, 'until', consent_withdrawn_on) END)), '[]')
       FROM short_break_plans WHERE young_person_id = ANY (ARRAY(SELECT id FROM concerned))
         AND status <> 'ended') AS plans,
    (SELECT coalesce(json_agg(json_build_object('familyId', family_id, 'status', status)), '[]')
       FROM (SELECT DISTINCT ON (family_id) family_id, status FROM cas_plans
             WHERE family_id IN (SELECT family_id FROM young_people WHERE id = ANY ($5))
             ORDER BY family_id, status = 'closed', starts_on DESC, recorded_at DESC) AS latest) AS "casPlans",
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id, 'kind', kind, 'stayId', stay_id,
         'nights', json_build_object('from', from_on, 'to', to_on))), '[]')
       FROM (SELECT young_person_id, kind, id AS stay_id, arrives_on AS from_on, departs_on AS to_on FROM stays
             WHERE young_person_id = ANY ($5) AND departs_on > arrives_on
               AND (status IN ('confirmed', 'in-residence', 'completed') OR status = 'held' AND hold_expires_at > $4)
             UNION ALL
             SELECT young_person_id, 'elsewhere', NULL, from_on, to_on FROM declared_nights
             WHERE young_person_id = ANY ($5) AND withdrawn_at IS NULL) AS spent) AS away`,
);

/** One question to the database, one answer: everything the rules may know about a unit's nights. */
@Injectable()
export class DiaryReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotThere for an unknown unit; Misshapen, pointing at `youngPersonIds` or what `pointers` says,
   * for an unknown young person.
   */
  async read(
    unitId: string,
    nights: Nights,
    youngPersonIds: readonly string[],
    pointers?: Pointers,
  ): Promise<Diary> {
    const now = this.clock.now();
    const parameters = [unitId, nights.from, nights.to, now, youngPersonIds];
    const [row] = await this.database.rows<DiaryRow>(DIARY, parameters);
    const { rooms = null, settings = null } = row ?? {};
    if (!row || !rooms || !settings) throw new NotThere('There is no such unit.');
    const people = new Map(row.people.map((person) => [person.id, person]));
    refuseUnknown(youngPersonIds, people, pointers ?? ((index) => `/youngPersonIds/${index}`));
    const { stays, lodgings, ...rest } = row;
    return {
      ...rest,
      unitId,
      today: tonight(now, settings),
      rooms,
      settings,
      people,
      stays: lodged(stays, lodgings),
    };
  }
}

function lodged(stays: DiaryRow['stays'], lodgings: DiaryRow['lodgings']): DiaryStay[] {
  const byStay = new Map<string, Lodging[]>(stays.map(({ id }) => [id, []]));
  for (const { stayId, roomId, from, to } of lodgings)
    byStay.get(stayId)?.push({ roomId, nights: { from, to } });
  return stays.map(({ from, to, ...stay }) => ({
    ...stay,
    nights: { from, to },
    lodgings: byStay.get(stay.id) ?? [],
  }));
}

type Pointers = (index: number) => string;

function refuseUnknown(ids: readonly string[], people: ReadonlyMap<string, Person>, pointer: Pointers): void {
  const errors = ids.flatMap((id, index) =>
    people.has(id) ? [] : [{ pointer: pointer(index), detail: 'There is no young person with this id.' }],
  );
  if (errors.length > 0) throw new Misshapen(errors);
}
