import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../src/domain/calendar-date';
import {
  DISPLACEMENT_POLICIES,
  type Diary,
  type DiaryStay,
  type ProposedStay,
} from '../../../src/domain/diary';
import type { Ways } from '../../../src/domain/emergency-way';
import { shareANight, type Nights } from '../../../src/domain/nights';
import { aDiary, aPerson, aRoom, judged, settingsFrom } from '../a-diary';

const TODAY: CalendarDate = '2025-03-28';
const GUESTS = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus'] as const;

export interface Emergency {
  readonly asked: ProposedStay;
  readonly diary: Diary;
  readonly ways: Ways;
}

/** A unit nearly full around tonight, as the database would have it, and a young person who needs a bed at once. */
export function anyEmergency(): fc.Arbitrary<Emergency> {
  return fc
    .record({
      rooms: fc.integer({ min: 2, max: 4 }),
      nights: fc.integer({ min: 1, max: 3 }),
      solo: chance(8),
      stays: fc.array(anyStay(), { minLength: 7, maxLength: 12 }),
      closures: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), anyNights(0, 4, 2)), { maxLength: 1 }),
      ringFences: fc.tuple(anyRingFence(), anyRingFence()),
      unassessed: fc.array(anyPair(), { maxLength: 3 }),
      withControls: fc.array(anyPair(), { maxLength: 6 }),
      ends: fc.integer({ min: 5, max: 90 }),
      windows: fc.array(fc.tuple(fc.integer({ min: -5, max: 4 }), fc.integer({ min: 0, max: 20 })), {
        minLength: 12,
        maxLength: 12,
      }),
    })
    .map(({ rooms, nights, solo, stays, closures, ringFences, unassessed, withControls, ends, windows }) => {
      const booked = asTheDatabaseTakesThem(stays, rooms);
      const diary = aDiary({
        today: TODAY,
        rooms: Array.from({ length: rooms }, (_, index) => aRoom(index + 1)),
        people: new Map([...GUESTS, 'zoe'].map((id) => [id, aPerson(id, `family of ${id}`)])),
        settings: [settingsFrom('2020-01-01', ringFences[0]), settingsFrom(addDays(TODAY, 2), ringFences[1])],
        closures: [
          ...closures.map(([room, span], index) => ({
            ...{ id: `closure-${index}`, roomId: `room-${room}`, nights: span, kind: 'repair' as const },
          })),
          {
            id: 'for good',
            roomId: null,
            nights: { from: addDays(TODAY, ends), to: '2030-01-01' },
            kind: 'planned',
          },
        ],
        assessments: pairs()
          .filter((pair) => !unassessed.some(isSamePair(pair)))
          .map((pair) =>
            judged(...pair, withControls.some(isSamePair(pair)) ? 'with-controls' : 'compatible'),
          ),
        stays: booked,
      });
      return {
        asked: { youngPersonId: 'zoe', nights: { from: TODAY, to: addDays(TODAY, nights) }, solo },
        diary: {
          ...diary,
          away: booked.map(({ id, youngPersonId, kind, nights: span }) => ({
            ...{ stayId: id, youngPersonId, kind, nights: span },
          })),
        },
        ways: {
          redating: new Map(
            booked.flatMap(({ id, nights: { from } }, index) => {
              const [early = 0, long = 0] = windows[index] ?? [];
              if (index % 2 === 1) return [];
              const window = {
                earliest: addDays(from, early),
                latest: addDays(from, early + long),
                weekdays: [],
              };
              return [[id, { window }] as const];
            }),
          ),
        },
      };
    });
}

function anyStay() {
  return fc.record({
    youngPersonId: fc.constantFrom(...GUESTS),
    status: fc.constantFrom('confirmed' as const, 'confirmed', 'confirmed', 'held', 'in-residence'),
    kind: fc.constantFrom('planned' as const, 'planned', 'planned', 'planned', 'emergency'),
    nights: anyNights(-1, 4, 4),
    solo: chance(10),
    groupId: fc.constantFrom(null, null, 'siblings', 'other siblings'),
    displacedBefore: chance(4),
    room: fc.integer({ min: 1, max: 4 }),
  });
}

type Wanted = Omit<DiaryStay, 'id' | 'lodgings'> & { readonly room: number };

/** No room let twice on a night, nobody there twice, nobody beside a solo stay, nobody in residence before they came. */
function asTheDatabaseTakesThem(wanted: readonly Wanted[], rooms: number): DiaryStay[] {
  const booked: DiaryStay[] = [];
  for (const { room, ...stay } of wanted) {
    const roomId = `room-${((room - 1) % rooms) + 1}`;
    const meets = booked.filter((other) => shareANight(other.nights, stay.nights));
    const clashes = meets.some(
      (other) =>
        other.youngPersonId === stay.youngPersonId ||
        other.lodgings.some((lodging) => lodging.roomId === roomId) ||
        other.solo ||
        stay.solo,
    );
    if (clashes || (stay.status === 'in-residence' && stay.nights.from > TODAY)) continue;
    booked.push({ ...stay, id: `stay-${booked.length}`, lodgings: [{ roomId, nights: stay.nights }] });
  }
  return booked;
}

function anyRingFence() {
  return fc.record({
    keptForPlanned: fc.constantFrom(0, 0, 1, 2),
    keptForEmergency: fc.constantFrom(0, 0, 1),
    displacement: fc.constantFrom('with-authority' as const, 'freely' as const, ...DISPLACEMENT_POLICIES),
  });
}

function anyNights(earliest: number, latest: number, longest: number): fc.Arbitrary<Nights> {
  return fc
    .tuple(fc.integer({ min: earliest, max: latest }), fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ from: addDays(TODAY, start), to: addDays(TODAY, start + length) }));
}

function chance(in_: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: in_ }).map((drawn) => drawn === 1);
}

function anyPair() {
  return fc.tuple(fc.constantFrom(...GUESTS, 'zoe'), fc.constantFrom(...GUESTS));
}

function isSamePair([a, b]: readonly [string, string]) {
  return (pair: readonly string[]) => pair.includes(a) && pair.includes(b);
}

function pairs() {
  const all = [...GUESTS, 'zoe'] as const;
  return all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
}
