import type {
  Assessment,
  Closure,
  Diary,
  DiaryStay,
  Person,
  ProposedStay,
  SoloDecision,
} from '../../src/domain/diary';

/** Rooms 1 to 4, four registered places, ages 8 to 17, tonight 1 March 2025, nobody there unless told. */
export function aDiary(told: Partial<Diary> = {}): Diary {
  return {
    unitId: 'unit',
    today: '2025-03-01',
    rooms: [1, 2, 3, 4].map((number) => aRoom(number)),
    settings: [{ from: '2020-01-01', places: 4, ageFrom: 8, ageTo: 17 }],
    closures: [],
    stays: [],
    elsewhere: [],
    people: people(),
    assessments: [],
    soloDecisions: [],
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
