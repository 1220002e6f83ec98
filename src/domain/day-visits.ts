import { setOut } from './asked-stay';
import { addDays, type CalendarDate } from './calendar-date';
import { mostAtOnce, overlap, takesAPlace, type DayVisit, type VisitTimes } from './day-visit';
import type { Diary, DiaryStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { alreadyStaying } from './rules/already-staying';
import { controls } from './rules/controls';
import { notAssessed } from './rules/not-assessed';
import { notTogether } from './rules/not-together';
import { outsideStatementOfPurpose } from './rules/outside-statement-of-purpose';
import { found, type Rule } from './rules/rule';
import { soloInPlace } from './rules/solo-in-place';
import { soloNeedsUnit } from './rules/solo-needs-unit';
import { unitClosed } from './rules/unit-closed';
import { needsSoloOn } from './solo';
import { isThere, type Whereabouts } from './whereabouts';

export interface AskedVisit extends VisitTimes {
  readonly youngPersonId: string;
  /** The visit this is, when it is booked already: left out while it is judged. */
  readonly id?: string;
}

/** The diary around some days, and what a visit needs to know besides. */
export interface VisitDiary {
  readonly diary: Diary;
  /** When each stay of the diary is in the building. */
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  /** In this unit, whoever comes; in others, the visits of those asked about. */
  readonly visits: readonly DayVisit[];
  /** Stays in other units of those asked about. */
  readonly elsewhere: readonly { readonly youngPersonId: string; readonly when: Whereabouts }[];
  /** Oldest first. */
  readonly visitPlaces: readonly { readonly from: CalendarDate; readonly visitPlaces: number }[];
}

/** The rules of a stay that also hold for an afternoon, in the order they are read; a visit takes no bed. */
const RULES: readonly Rule[] = [
  unitClosed,
  alreadyStaying,
  outsideStatementOfPurpose,
  soloInPlace,
  soloNeedsUnit,
  notTogether,
  notAssessed,
  controls,
];

/** May this young person come then? Every reason why not, and what to read first. */
export function judgeVisit(asked: AskedVisit, facts: VisitDiary): Finding[] {
  const { on, fromTime, toTime, youngPersonId } = asked;
  const moment = new DiaryByNight(diaryOfTheMoment(asked, facts));
  const proposed = { youngPersonId, nights: oneNight(on) };
  const inTheBuilding = setOut([proposed], moment).map((each) => ({ ...each, lodgings: [] }));
  return [
    ...visitPlaces(asked, facts),
    ...RULES.flatMap((rule) => rule(inTheBuilding, moment, 'planned')),
  ].map((finding) => ({ ...finding, visit: { on, fromTime, toTime } }));
}

/** What now stands against a visit that is booked: a stay or a judgement that came after it. */
export function visitConflicts(visit: DayVisit, facts: VisitDiary): Finding[] {
  if (visit.status !== 'booked') return [];
  return judgeVisit(visit, facts).filter(({ level }) => level === 'refuse');
}

export function placesOn(on: CalendarDate, settings: VisitDiary['visitPlaces']): number {
  return (settings.findLast(({ from }) => from <= on) ?? settings[0])?.visitPlaces ?? 0;
}

/** Too many visitors at one moment. */
function visitPlaces(asked: AskedVisit, { diary, visits, visitPlaces: settings }: VisitDiary): Finding[] {
  const { on, youngPersonId } = asked;
  const places = placesOn(on, settings);
  const others = visits.filter(
    (visit) => visit.unitId === diary.unitId && visit.id !== asked.id && takesAPlace(visit),
  );
  const isFull = mostAtOnce(others, asked) >= places;
  return isFull ? found([on], 'planned', { code: 'visit-places', youngPersonId, places }) : [];
}

/**
 * A diary of one night that stands for the time of the visit: only those in the building then are in it, so that the
 * rules of stays can judge it.
 */
function diaryOfTheMoment(asked: AskedVisit, { diary, whereabouts, visits, elsewhere }: VisitDiary): Diary {
  const { on, youngPersonId } = asked;
  const staying = diary.stays.filter(({ id }) => isThere(whereabouts.get(id), asked));
  const meanwhile = visits.filter(({ id }) => id !== asked.id).filter((visit) => overlap(visit, asked));
  const others = meanwhile.filter(
    (visit) => visit.unitId === diary.unitId && visit.youngPersonId !== youngPersonId && takesAPlace(visit),
  );
  const isElsewhere =
    meanwhile.some((visit) => visit.youngPersonId === youngPersonId && visit.status !== 'cancelled') ||
    elsewhere.some((stay) => stay.youngPersonId === youngPersonId && isThere(stay.when, asked));
  return {
    ...diary,
    stays: [
      ...staying.map((stay) => presence(stay, on, needsSoloThen(stay, on, diary))),
      ...others.map((visit) => presence({ ...visit, kind: 'planned' }, on, false)),
    ],
    elsewhere: isElsewhere ? [{ youngPersonId, nights: oneNight(on) }] : [],
  };
}

function presence(
  { id, youngPersonId, kind }: Pick<DiaryStay, 'id' | 'youngPersonId' | 'kind'>,
  on: CalendarDate,
  solo: boolean,
): DiaryStay {
  return { id, youngPersonId, kind, status: 'confirmed', nights: oneNight(on), lodgings: [], solo, ...ALONE };
}

const ALONE = { groupId: null, displacedBefore: false };

/** On the day somebody leaves, the night they leave after decides. */
function needsSoloThen(stay: DiaryStay, on: CalendarDate, diary: Diary): boolean {
  return stay.solo || (on >= stay.nights.to && needsSoloOn(stay, addDays(stay.nights.to, -1), diary));
}

function oneNight(on: CalendarDate) {
  return { from: on, to: addDays(on, 1) };
}
