import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar-date';
import { conflictsIn } from '../../../src/domain/conflicts';
import { searchDates } from '../../../src/domain/date-search';
import {
  STAY_KINDS,
  type Diary,
  type DiaryStay,
  type Lodging,
  type ProposedStay,
} from '../../../src/domain/diary';
import { mayPlace, type Finding } from '../../../src/domain/findings';
import { shareANight } from '../../../src/domain/nights';
import { assess } from '../../../src/domain/placement';
import type { RoomsFor } from '../../../src/domain/room-choice';
import { lodgingsWithSolo, partyOf } from '../../../src/domain/solo';
import { anyCase, anyGroup } from './any-diary';
import { fewestMoves, roomsToBeHad } from './fewest-moves';
import { naiveFindings, nightsOf, roomOf, wasSlept } from './naive';

const RUNS = { numRuns: 600 };
const anyKind = fc.constantFrom(...STAY_KINDS);
const ON_ONES_OWN = { acknowledged: ['controls'], authorised: [] };

it('finds what a slow and plain telling of the rules finds, and no more', () => {
  fc.assert(
    fc.property(anyCase(), anyKind, ({ diary, asked }, kind) => {
      const { findings } = assess(asked, diary, kind);
      const told = findings.filter(({ code }) => code !== 'room-move').flatMap(tellOut);
      expect([...new Set(told)].sort()).toEqual(naiveFindings(asked, diary, kind));
    }),
    RUNS,
  );
});

it('says each thing once, with its nights in order', () => {
  fc.assert(
    fc.property(anyGroup(), anyKind, ({ diary, asked }, kind) => {
      const { findings } = assess(asked, diary, kind);
      for (const { nights } of findings) {
        expect(nights).toEqual([...new Set(nights)].sort());
        expect(nights.length).toBeGreaterThan(0);
      }
      const said = findings.map((finding) => JSON.stringify({ ...finding, nights: [] }));
      expect(new Set(said).size).toBe(said.length);
    }),
    RUNS,
  );
});

it('finds the same whatever order the diary is in, and leaves it as it was', () => {
  const shuffled = anyCase().chain(({ diary, asked }) =>
    fc
      .record({
        rooms: anyOrder(diary.rooms),
        stays: anyOrder(diary.stays),
        closures: anyOrder(diary.closures),
        assessments: anyOrder(diary.assessments),
        soloDecisions: anyOrder(diary.soloDecisions),
        elsewhere: anyOrder(diary.elsewhere),
        plans: anyOrder(diary.plans),
        casPlans: anyOrder(diary.casPlans),
        away: anyOrder(diary.away),
        displaced: anyOrder(diary.displaced ?? []),
      })
      .map((other) => ({ asked, diary: frozen(diary), other: frozen({ ...diary, ...other }) })),
  );
  fc.assert(
    fc.property(shuffled, anyKind, ({ diary, asked, other }, kind) => {
      expect(assess(frozen(asked), other, kind)).toEqual(assess(asked, diary, kind));
    }),
    RUNS,
  );
});

it('gives rooms that are really free each night, with the fewest moves there can be, or says why none', () => {
  fc.assert(
    fc.property(anyCase(), ({ diary, asked }) => {
      const { rooms, findings } = assess(asked, diary, 'planned');
      const fewest = fewestMoves(asked, diary);
      if (fewest === Infinity) {
        expect(rooms).toEqual([]);
        const noRoom = ['no-bed', 'room-taken', 'room-closed', 'unit-closed'];
        expect(findings.some(({ code }) => noRoom.includes(code))).toBe(true);
        return;
      }
      expect(rooms.map(({ youngPersonId }) => youngPersonId)).toEqual(
        asked.map(({ youngPersonId }) => youngPersonId),
      );
      expectRoomsToBeFree(rooms, asked, diary);
      const moves = rooms.flatMap(({ lodgings }) => lodgings.slice(1)).length;
      expect(moves).toBe(fewest);
    }),
    RUNS,
  );
});

it('offers a date if and only if booking it then succeeds', () => {
  const search = anyGroup().chain(({ diary, asked }) =>
    fc.record({
      diary: fc.constant(diary),
      youngPersonIds: fc.constant(asked.map(({ youngPersonId }) => youngPersonId)),
      nights: fc.integer({ min: 1, max: 3 }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    }),
  );
  fc.assert(
    fc.property(search, anyKind, ({ diary, youngPersonIds, nights: count, weekdays }, kind) => {
      const window = { earliest: addDays(diary.today, -2), latest: addDays(diary.today, 6) };
      const offers = searchDates({ youngPersonIds, nights: count, weekdays, ...window }, diary, kind);
      const placeable = offers.map((offer) => offer.placeable);
      expect(placeable).toEqual([...placeable].sort((a, b) => Number(b) - Number(a)));
      expect(offers.map(({ arrivesOn }) => arrivesOn).sort()).toEqual(
        nightsOf({ from: diary.today, to: addDays(diary.today, 7) }).filter((on) => suits(on, weekdays)),
      );
      for (const offer of offers) {
        const nights = { from: offer.arrivesOn, to: addDays(offer.arrivesOn, count) };
        const { findings } = assess(
          youngPersonIds.map((youngPersonId) => ({ youngPersonId, nights })),
          diary,
          kind,
        );
        expect(offer.findings).toEqual(findings);
        expect(offer.placeable).toBe(mayPlace(findings, ON_ONES_OWN));
      }
    }),
    RUNS,
  );
});

it('once it has placed a group, finds no conflict in them and nothing for the database to refuse', () => {
  fc.assert(
    fc.property(anyGroup(), ({ diary, asked }) => {
      const { findings, rooms } = assess(asked, diary, 'planned');
      fc.pre(mayPlace(findings, ON_ONES_OWN));
      const booked = asked.map((stay, who) => bookingOf(stay, rooms[who]?.lodgings ?? [], who));
      const after = { ...diary, stays: [...diary.stays, ...booked] };
      const conflicts = conflictsIn(after, diary.today, addDays(diary.today, 30));
      const isBooked = (id: string) => booked.some((stay) => stay.id === id);
      expect(conflicts.filter(({ stayIds }) => stayIds.some(isBooked))).toEqual([]);
      for (const stay of booked)
        for (const other of after.stays) expect(areKeptApart(stay, other, diary)).toBe(false);
    }),
    { ...RUNS, maxSkipsPerRun: 100 },
  );
});

/** What the engine says, in the oracle's words. */
function tellOut(finding: Finding): string[] {
  const { youngPersonId, code, level, nights } = finding;
  const facts = 'peerId' in finding ? nights.map((on) => `${finding.peerId} on ${on}`) : [];
  return [
    ...nights.map((on) => [youngPersonId, code, level, on].join('/')),
    ...[...facts, ...factsOf(finding)].map((fact) => [youngPersonId, code, fact].join('/')),
  ];
}

function factsOf(finding: Finding): readonly string[] {
  switch (finding.code) {
    case 'room-taken':
    case 'room-closed':
      return [finding.roomId];
    case 'registered-places':
      return [`${finding.places} places`];
    case 'outside-statement-of-purpose':
      return [`${finding.ageFrom} to ${finding.ageTo}`];
    case 'controls':
      return [`${finding.peerId} ${finding.controls}`];
    case 'solo-needs-unit':
      return finding.peerIds;
    case 'siblings-split':
      return finding.siblingIds;
    case 'outside-plan':
      return [`${finding.plan.from} to ${finding.plan.to}`];
    case 'cas-plan-not-open':
      return [finding.standing];
    case 'consent':
      return [`withdrawn ${finding.withdrawnOn ?? 'never'}`];
    case 'nights-used':
      return [`${finding.used} of ${finding.agreed} per ${finding.per}`];
    case 'series-17':
    case 'series-75':
      return [`${finding.count} of ${finding.most}`];
    case 'kept-for-planned':
      return finding.nights.map(
        (on) => `${finding.kept} kept, ${finding.displaces ? 'displaces' : 'empty'} on ${on}`,
      );
    case 'kept-for-emergency':
      return finding.nights.map((on) => `${finding.kept} kept on ${on}`);
    case 'protected':
      return finding.stays.map(({ stayId, because }) => `${stayId} ${because}`);
    case 'police-protection-72h':
      return [`ends ${finding.endsAt}`];
    case 'not-assessed':
      return finding.reviewedOn === null
        ? [`${finding.peerId} never`]
        : [`${finding.peerId} ${finding.lapsed ?? ''} until ${finding.reviewedOn}`];
    default:
      return [];
  }
}

function expectRoomsToBeFree(rooms: readonly RoomsFor[], asked: readonly ProposedStay[], diary: Diary): void {
  const taken = new Set<string>();
  asked.forEach((stay, who) => {
    const lodgings = rooms[who]?.lodgings ?? [];
    expect(lodgings.flatMap(({ nights }) => nightsOf(nights))).toEqual(nightsOf(stay.nights));
    const own = diary.stays.find(({ id }) => id === stay.changesStayId);
    for (const { roomId, nights } of lodgings) {
      for (const night of nightsOf(nights)) {
        if (own && wasSlept(stay, night, diary)) expect(roomId).toBe(roomOf(own, night));
        else {
          expect(roomsToBeHad(stay, night, asked, diary)).toContain(roomId);
          expect(taken).not.toContain(`${roomId} ${night}`);
          taken.add(`${roomId} ${night}`);
        }
      }
    }
  });
}

function bookingOf(stay: ProposedStay, lodgings: readonly Lodging[], who: number): DiaryStay {
  const { youngPersonId, nights, solo = false } = stay;
  return {
    id: `booked-${who}`,
    youngPersonId,
    nights,
    solo,
    lodgings,
    kind: 'planned',
    status: 'confirmed',
    groupId: null,
    displacedBefore: false,
  };
}

/** As the database's constraint: one of two on a night is solo, and they are not of one party. */
function areKeptApart(one: DiaryStay, other: DiaryStay, diary: Diary): boolean {
  if (one.id === other.id || party(one, diary) === party(other, diary)) return false;
  return lodgingsWithSolo(one, diary).some((a) =>
    lodgingsWithSolo(other, diary).some((b) => (a.solo || b.solo) && shareANight(a.nights, b.nights)),
  );
}

function party({ youngPersonId, nights }: DiaryStay, diary: Diary): string {
  const familyId = diary.people.get(youngPersonId)?.familyId ?? youngPersonId;
  return partyOf(youngPersonId, familyId, nights, diary.soloDecisions);
}

function suits(on: string, weekdays: readonly number[]): boolean {
  return weekdays.length === 0 || weekdays.includes(new Date(`${on}T12:00:00Z`).getUTCDay() || 7);
}

function anyOrder<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
