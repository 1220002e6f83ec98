import type {
  Assessment,
  Closure,
  Diary,
  DiaryStay,
  Person,
  ProposedStay,
  SoloDecision,
  UnitSettings,
} from '../../src/domain/diary';
import type { PlanOnFile } from '../../src/domain/short-break-plan';

/** Rooms 1 to 4, four registered places, ages 8 to 17, tonight 1 March 2025, nobody there unless told. */
export function aDiary(told: Partial<Diary> = {}): Diary {
  return {
    unitId: 'unit',
    today: '2025-03-01',
    rooms: [1, 2, 3, 4].map((number) => aRoom(number)),
    settings: [settingsFrom('2020-01-01')],
    closures: [],
    stays: [],
    elsewhere: [],
    people: people(),
    assessments: [],
    soloDecisions: [],
    plans: [...(told.people ?? people()).keys()].map((id) => planned(id)),
    casPlans: [],
    away: [],
    ...told,
  };
}

/** Four places, ages 8 to 17, and the nights of regulation 48. */
export function settingsFrom(from: string, told: Partial<UnitSettings> = {}): UnitSettings {
  return {
    from,
    places: 4,
    ageFrom: 8,
    ageTo: 17,
    seriesNights: 17,
    yearNights: 75,
    yearNightsToldFrom: 60,
    keptForPlanned: 0,
    keptForEmergency: 0,
    displacement: 'with-authority',
    ...told,
  };
}

/** An agreed plan for all the nights there are in these tests, with consent. */
export function planned(youngPersonId: string, told: Partial<PlanOnFile> = {}): PlanOnFile {
  return {
    id: `plan of ${youngPersonId}`,
    youngPersonId,
    isAgreed: true,
    nights: { from: '2020-01-01', to: '2040-01-01' },
    nightsAgreed: 400,
    nightsPer: 'year',
    consent: { from: '2020-01-01', until: null },
    ...told,
  };
}

export function aRoom(number: number, ...features: string[]) {
  return { id: `room-${number}`, number, name: `Room ${number}`, features };
}

/** Ann, Ben and Cat Ash are siblings; Dan, Eve, Fay, Gus and Hal are of families of their own. All are 12 or 13. */
export function people(...others: Person[]): Map<string, Person> {
  const ashes = ['ann', 'ben', 'cat'].map((id) => aPerson(id, 'ash'));
  const singles = ['dan', 'eve', 'fay', 'gus', 'hal'].map((id) => aPerson(id, `family of ${id}`));
  return new Map([...ashes, ...singles, ...others].map((person) => [person.id, person]));
}

export function aPerson(id: string, familyId: string, dateOfBirth = '2012-06-15'): Person {
  return { id, familyId, dateOfBirth };
}

/** A confirmed, planned stay in one room. */
export function aStay(
  youngPersonId: string,
  room: number,
  from: string,
  to: string,
  told: Partial<DiaryStay> = {},
): DiaryStay {
  const nights = { from, to };
  return {
    id: `stay of ${youngPersonId} from ${from}`,
    youngPersonId,
    status: 'confirmed',
    kind: 'planned',
    nights,
    lodgings: [{ roomId: `room-${room}`, nights }],
    solo: false,
    groupId: null,
    displacedBefore: false,
    ...told,
  };
}

export function asking(
  youngPersonId: string,
  from: string,
  to: string,
  told: Partial<ProposedStay> = {},
): ProposedStay {
  return { youngPersonId, nights: { from, to }, ...told };
}

export function judged(
  one: string,
  other: string,
  outcome: Assessment['outcome'] = 'compatible',
  reviewOn = '2026-12-31',
): Assessment {
  const youngPersonIds: [string, string] = one < other ? [one, other] : [other, one];
  return {
    youngPersonIds,
    outcome,
    controls: outcome === 'with-controls' ? 'Separate floors' : null,
    reviewOn,
  };
}

export function soloFor(
  youngPersonId: string,
  from: string,
  to: string,
  ...siblingIds: string[]
): SoloDecision {
  return { youngPersonId, nights: { from, to }, siblingIds };
}

export function closed(room: number | null, from: string, to: string): Closure {
  const roomId = room === null ? null : `room-${room}`;
  return { id: `closure ${room ?? 'unit'} ${from}`, roomId, nights: { from, to }, kind: 'repair' };
}
