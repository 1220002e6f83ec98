import fc from 'fast-check';
import {
  DISPLACEMENT_POLICIES,
  type Assessment,
  type Diary,
  type DiaryStay,
  type NightsAway,
  type Person,
  type ProposedStay,
} from '../../../src/domain/diary';
import { shareANight } from '../../../src/domain/nights';
import { NIGHTS_PER, type PlanOnFile } from '../../../src/domain/short-break-plan';
import type { Sibling } from '../../../src/domain/siblings';
import { planned, settingsFrom } from '../a-diary';
import { addDays, addYears, type CalendarDate } from '../../../src/domain/calendar-date';
import type { Nights } from '../../../src/domain/nights';

/** Days around the two clock changes, 29 February, a year's end, and an ordinary week. */
const TODAYS: readonly CalendarDate[] = [
  '2025-03-28',
  '2025-10-24',
  '2028-02-27',
  '2025-12-29',
  '2025-06-10',
];

const IDS = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'] as const;
const FAMILIES = ['ash', 'ash', 'ash', 'elm', 'elm', 'oak'] as const;

export interface Case {
  readonly diary: Diary;
  readonly asked: readonly ProposedStay[];
}

/** A diary with anything in it, possible or not: rooms let twice, stays overdue, closures, decisions that overlap. */
function anyDiary(today: CalendarDate): fc.Arbitrary<Diary> {
  return fc.integer({ min: 1, max: 4 }).chain((rooms) =>
    fc
      .record({
        stays: fc.array(anyStay(today, rooms), { maxLength: 7 }),
        closures: fc.array(
          fc.record({ room: fc.integer({ min: 0, max: 6 * rooms }), nights: anyNights(today, -3, 8, 3) }),
          { maxLength: 2 },
        ),
        places: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
        ages: fc.tuple(fc.integer({ min: 7, max: 9 }), fc.integer({ min: 16, max: 18 })),
        newSettingsIn: fc.integer({ min: -5, max: 12 }),
        birthdays: fc.array(anyBirthday(today), { minLength: IDS.length, maxLength: IDS.length }),
        assessments: anyAssessments(today),
        soloDecisions: fc.array(
          fc.record({
            youngPersonId: fc.constantFrom(...IDS),
            nights: anyNights(today, -3, 8, 6),
            siblingIds: fc.subarray([...IDS]),
          }),
          { maxLength: 2 },
        ),
        displaced: fc.array(anyStay(today, rooms), { maxLength: 2 }),
        ringFences: fc.tuple(anyRingFence(), anyRingFence()),
        limits: fc.record({
          seriesNights: fc.integer({ min: 2, max: 5 }),
          yearNights: fc.integer({ min: 3, max: 9 }),
          yearNightsToldFrom: fc.integer({ min: 2, max: 7 }),
        }),
        plans: fc.array(anyPlan(today), { maxLength: 9 }).map(asTheDatabaseTakesThem),
        casPlans: fc.uniqueArray(
          fc.record({
            familyId: fc.constantFrom('ash', 'elm', 'oak'),
            status: fc.constantFrom('open' as const, 'open', 'dormant', 'closed'),
          }),
          { selector: ({ familyId }) => familyId, maxLength: 3 },
        ),
        away: fc.array(anyNightsAway(today), { maxLength: 9 }),
        elsewhere: fc.array(
          fc.record({ youngPersonId: fc.constantFrom(...IDS), nights: anyNights(today, -3, 8, 3) }),
          { maxLength: 1 },
        ),
      })
      .map(
        ({
          stays,
          closures,
          places,
          ages,
          newSettingsIn,
          birthdays,
          limits,
          displaced,
          ringFences,
          ...rest
        }) => ({
          unitId: 'unit',
          today,
          rooms: Array.from({ length: rooms }, (_, index) => ({
            id: `room-${index + 1}`,
            number: index + 1,
            name: '',
            features: index % 2 ? ['garden'] : [],
          })),
          settings: [
            settingsFrom('2020-01-01', { places: places[0], ...limits, ...ringFences[0] }),
            settingsFrom(addDays(today, newSettingsIn), {
              places: places[1],
              ageFrom: ages[0],
              ageTo: ages[1],
              ...ringFences[1],
            }),
          ],
          closures: closures.map(({ room, nights }, index) => ({
            id: `closure-${index}`,
            roomId: room === 0 ? null : `room-${(room % rooms) + 1}`,
            nights,
            kind: 'repair' as const,
          })),
          stays: stays.map((stay, index) => ({ ...stay, id: `stay-${index}` })),
          displaced: displaced.map((stay, index) => ({ ...stay, id: `displaced-${index}` })),
          people: new Map(IDS.map((id, index) => [id as string, aPerson(id, index, birthdays)])),
          ...rest,
        }),
      ),
  );
}

/** A diary and one to three stays asked of it, some named, some solo, some changing a stay that is there. */
export function anyCase(): fc.Arbitrary<Case> {
  return fc
    .constantFrom(...TODAYS)
    .chain(anyDiary)
    .chain((diary) =>
      fc.record({
        diary: fc.constant(diary),
        asked: fc.array(anyProposal(diary), { minLength: 1, maxLength: 3 }),
      }),
    );
}

/** The same with nothing named or changed, from today on, each young person asked for once, and all of it planned. */
export function anyGroup(): fc.Arbitrary<Case> {
  return anyCase().map(({ diary, asked }) => ({
    diary: {
      ...diary,
      ...{ plans: IDS.map((id) => planned(id)), casPlans: [], away: [] },
      settings: diary.settings.map(({ seriesNights, yearNights, yearNightsToldFrom, ...settings }) =>
        settingsFrom(settings.from, settings),
      ),
    },
    asked: asked
      .filter(
        (stay, index) => asked.findIndex((other) => other.youngPersonId === stay.youngPersonId) === index,
      )
      .map(({ youngPersonId, nights, solo }) => ({
        youngPersonId,
        solo: solo === true,
        nights: nights.from < diary.today ? { from: diary.today, to: addDays(diary.today, 3) } : nights,
      })),
  }));
}

function anyProposal(diary: Diary): fc.Arbitrary<ProposedStay> {
  const rarely = <T>(values: readonly T[]) =>
    values.length === 0
      ? fc.constant(undefined)
      : fc.option(fc.constantFrom(...values), { freq: 1, nil: undefined });
  return fc
    .record({
      youngPersonId: fc.constantFrom(...IDS),
      nights: anyNights(diary.today, -1, 7, 4),
      roomId: rarely(diary.rooms.map(({ id }) => id)),
      solo: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
      changesStayId: rarely(diary.stays.map(({ id }) => id)),
      policeProtectionFrom: rarely([`${addDays(diary.today, -1)}T22:40:00.000Z`]),
      siblings: fc.uniqueArray(anySibling(diary.today), {
        selector: ({ youngPersonId }) => youngPersonId,
        maxLength: 2,
      }),
    })
    .map(({ roomId, changesStayId, policeProtectionFrom, ...rest }) => ({
      ...rest,
      ...(policeProtectionFrom === undefined ? {} : { policeProtectionFrom }),
      ...(roomId === undefined ? {} : { roomId }),
      ...(changesStayId === undefined ? {} : { changesStayId }),
    }));
}

/** Left out, or with nights of their own. */
function anySibling(today: CalendarDate): fc.Arbitrary<Sibling> {
  return fc.record({
    youngPersonId: fc.constantFrom(...IDS),
    nights: fc.option(anyNights(today, -1, 7, 4), { freq: 3 }),
  });
}

function anyStay(today: CalendarDate, rooms: number): fc.Arbitrary<Omit<DiaryStay, 'id'>> {
  const room = fc.integer({ min: 1, max: rooms }).map((number) => `room-${number}`);
  return fc
    .record({
      youngPersonId: fc.constantFrom(...IDS),
      status: fc.constantFrom('held' as const, 'confirmed', 'in-residence', 'completed'),
      kind: fc.constantFrom('planned' as const, 'emergency'),
      nights: anyNights(today, -6, 8, 5),
      solo: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
      groupId: fc.constantFrom(null, null, 'siblings', 'other siblings'),
      displacedBefore: fc.boolean(),
      rooms: fc.tuple(room, room),
    })
    .map(({ rooms: [first, second], ...stay }) => ({
      ...stay,
      lodgings: lodgingsIn(first, second, stay.nights),
    }));
}

function lodgingsIn(first: string, second: string, nights: Nights) {
  const middle = addDays(nights.from, 1);
  if (first === second || middle === nights.to) return [{ roomId: first, nights }];
  return [
    { roomId: first, nights: { from: nights.from, to: middle } },
    { roomId: second, nights: { from: middle, to: nights.to } },
  ];
}

function anyRingFence() {
  return fc.record({
    keptForPlanned: fc.integer({ min: 0, max: 3 }),
    keptForEmergency: fc.integer({ min: 0, max: 2 }),
    displacement: fc.constantFrom(...DISPLACEMENT_POLICIES),
  });
}

function anyPlan(today: CalendarDate): fc.Arbitrary<PlanOnFile> {
  return fc.record({
    id: fc.uuid(),
    youngPersonId: fc.constantFrom(...IDS),
    isAgreed: fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0),
    nights: fc.oneof(anyNights(today, -80, -2, 200), anyNights(today, -3, 9, 12)),
    nightsAgreed: fc.integer({ min: 0, max: 9 }),
    nightsPer: fc.constantFrom(...NIGHTS_PER),
    consent: fc.option(
      fc.record({
        from: fc.integer({ min: -9, max: 3 }).map((days) => addDays(today, days)),
        until: fc.option(fc.integer({ min: 0, max: 9 }).map((days) => addDays(today, days))),
      }),
      { freq: 9 },
    ),
  });
}

/** No two agreed plans of one young person overlap. */
function asTheDatabaseTakesThem(plans: readonly PlanOnFile[]): PlanOnFile[] {
  const taken: PlanOnFile[] = [];
  for (const plan of plans) {
    const overlaps = taken.some(
      (other) =>
        plan.isAgreed &&
        other.isAgreed &&
        plan.youngPersonId === other.youngPersonId &&
        shareANight(plan.nights, other.nights),
    );
    if (!overlaps) taken.push(plan);
  }
  return taken;
}

/** Around today, and a year before and after, where another 12 months begin. */
function anyNightsAway(today: CalendarDate): fc.Arbitrary<NightsAway> {
  return fc.record({
    youngPersonId: fc.constantFrom(...IDS),
    kind: fc.constantFrom('planned' as const, 'emergency', 'elsewhere'),
    stayId: fc.constantFrom(null, 'stay-0', 'stay-1'),
    nights: fc.oneof(
      anyNights(today, -5, 12, 4),
      anyNights(today, -372, -355, 6),
      anyNights(today, 358, 372, 6),
    ),
  });
}

function anyAssessments(today: CalendarDate): fc.Arbitrary<Assessment[]> {
  const pairs = IDS.flatMap((a, index) => IDS.slice(index + 1).map((b): [string, string] => [a, b]));
  const judgements = pairs.map((youngPersonIds) =>
    fc.option(
      fc.record({
        youngPersonIds: fc.constant(youngPersonIds),
        outcome: fc.constantFrom('compatible' as const, 'compatible', 'with-controls', 'not-together'),
        controls: fc.constant('Separate floors'),
        reviewOn: fc.integer({ min: -2, max: 30 }).map((days) => addDays(today, days)),
      }),
      { freq: 9, nil: undefined },
    ),
  );
  return fc.tuple(...judgements).map((all) => all.filter((judgement) => judgement !== undefined));
}

function anyBirthday(today: CalendarDate): fc.Arbitrary<CalendarDate> {
  const near = fc
    .record({ years: fc.constantFrom(-8, -18), days: fc.integer({ min: -3, max: 9 }) })
    .map(({ years, days }) => addYears(addDays(today, days), years));
  return fc.oneof({ weight: 4, arbitrary: fc.constant('2012-02-29') }, { weight: 1, arbitrary: near });
}

function anyNights(
  today: CalendarDate,
  earliest: number,
  latest: number,
  longest: number,
): fc.Arbitrary<Nights> {
  return fc
    .tuple(fc.integer({ min: earliest, max: latest }), fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ from: addDays(today, start), to: addDays(today, start + length) }));
}

function aPerson(id: string, index: number, birthdays: readonly CalendarDate[]): Person {
  return { id, familyId: FAMILIES[index] ?? id, dateOfBirth: birthdays[index] ?? '2012-02-29' };
}
