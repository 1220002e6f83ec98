import fc from 'fast-check';
import { chosenDisplacement } from '../../../src/domain/chosen-displacement';
import type { Diary, DiaryStay } from '../../../src/domain/diary';
import { emergencyWays } from '../../../src/domain/displacement';
import type { EmergencyWay } from '../../../src/domain/emergency-way';
import { assess } from '../../../src/domain/placement';
import { anyEmergency, type Emergency } from './any-emergency';
import { holds, nightsOf } from './naive';
import { everyDisplacement, gentlestByTryingAll } from './naive-displacement';

/** Least harm is held to brute force the longest. */
const BRUTE_FORCE = { numRuns: 600 };
const RUNS = { numRuns: 250 };
const EVERY_SET = { numRuns: 60 };

it('displaces as gently as can be, and only when somebody must be displaced', () => {
  const seen = { needed: 0, notNeeded: 0, impossible: 0 };
  fc.assert(
    fc.property(anyEmergency(), ({ asked, diary, ways }) => {
      const [first] = emergencyWays(asked, diary, ways).filter(({ kind }) => kind === 'displacement');
      const gentlest = gentlestByTryingAll(asked, diary);
      expect(first?.harm).toEqual(gentlest === 'none needed' ? undefined : gentlest);
      if (gentlest === 'none needed') seen.notNeeded += 1;
      else if (gentlest) seen.needed += 1;
      else seen.impossible += 1;
    }),
    BRUTE_FORCE,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(BRUTE_FORCE.numRuns / 20);
});

it('shows the gentler way first, and of each kind three at most', () => {
  fc.assert(
    fc.property(anyEmergency(), ({ asked, diary, ways }) => {
      const found = emergencyWays(asked, diary, ways);
      const kinds = found.map(({ kind }) =>
        ['rooms-moved', 'free-bed', 'dates-moved', 'displacement'].indexOf(kind),
      );
      expect(kinds).toEqual([...kinds].sort());
      const people = found.filter(({ kind }) => kind === 'displacement').map(({ harm }) => harm.youngPeople);
      expect(people).toEqual([...people].sort());
      expect(people.length).toBeLessThanOrEqual(3);
    }),
    RUNS,
  );
});

it('takes no bed from anybody who is there or is an emergency, and none from only some of a group', () => {
  fc.assert(
    fc.property(anyEmergency(), (emergency) => {
      for (const { displaced, moved, redated } of waysOf(emergency)) {
        const ids = [...displaced.map(({ id }) => id), ...redated.map(({ stayId }) => stayId)];
        const touched = [...ids, ...moved.map(({ stayId }) => stayId)];
        for (const { id, kind, status } of emergency.diary.stays) {
          if (touched.includes(id))
            expect([kind, status]).toEqual(['planned', expect.stringMatching(/held|confirmed/)]);
        }
        for (const stay of emergency.diary.stays.filter(({ id }) => ids.includes(id))) {
          const group = emergency.diary.stays.filter(
            ({ id, groupId }) => id === stay.id || (groupId !== null && groupId === stay.groupId),
          );
          expect(group.filter(({ id }) => !ids.includes(id))).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

it('needs everybody it displaces or re-dates', () => {
  fc.assert(
    fc.property(anyEmergency(), (emergency) => {
      for (const { displaced, redated, kind } of waysOf(emergency)) {
        const ids = [...displaced.map(({ id }) => id), ...redated.map(({ stayId }) => stayId)];
        for (const kept of ids) {
          const group = emergency.diary.stays.find(({ id }) => id === kept)?.groupId ?? kept;
          const gone = emergency.diary.stays.filter(
            ({ id, groupId }) => ids.includes(id) && (groupId ?? id) !== group,
          );
          const stays = emergency.diary.stays.filter((stay) => !gone.includes(stay));
          const fewer = { ...emergency.diary, stays, displaced: kind === 'displacement' ? gone : [] };
          const { findings } = assess([emergency.asked], fewer, 'emergency');
          expect(findings.some(({ level }) => level === 'refuse')).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

it('lets whoever claims choose any displacement that needs everybody in it, and no other', () => {
  const seen = { chosen: 0, refused: 0 };
  fc.assert(
    fc.property(anyEmergency(), ({ asked, diary }) => {
      for (const { set, isSmallest } of everyDisplacement(asked, diary)) {
        const ids = set.map(({ id }) => id);
        const { way } = chosenDisplacement(ids, asked, diary);
        expect(way?.displaced.map(({ id }) => id).sort()).toEqual(isSmallest ? ids.sort() : undefined);
        seen[way ? 'chosen' : 'refused'] += 1;
      }
    }),
    EVERY_SET,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

it('lets whoever claims choose each displacement that is shown, just as it is shown', () => {
  fc.assert(
    fc.property(anyEmergency(), (emergency) => {
      for (const way of waysOf(emergency).filter(({ kind }) => kind === 'displacement')) {
        const ids = way.displaced.map(({ id }) => id);
        const chosen = chosenDisplacement(ids, emergency.asked, emergency.diary);
        expect(sorted(chosen.way)).toEqual(sorted(way));
      }
    }),
    RUNS,
  );
});

it('leaves no bed let twice, nobody twice in the unit, and nothing refused', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyEmergency(), (emergency) => {
      for (const way of waysOf(emergency)) {
        seen.add(way.kind);
        expect(way.findings.some(({ level }) => level === 'refuse')).toBe(false);
        expectNothingTwice(afterwards(way, emergency));
      }
    }),
    RUNS,
  );
  expect([...seen].sort()).toEqual(['dates-moved', 'displacement', 'free-bed', 'rooms-moved']);
});

it('gives other dates only within the family’s window, from tomorrow on, with nothing left to ask anybody', () => {
  fc.assert(
    fc.property(anyEmergency(), (emergency) => {
      for (const way of waysOf(emergency)) {
        const after = afterwards(way, emergency);
        for (const { stayId, nights, lodgings } of way.redated) {
          const window = emergency.ways.redating.get(stayId)?.window;
          const before = emergency.diary.stays.find(({ id }) => id === stayId);
          expect(nightsOf(nights)).toHaveLength(before ? nightsOf(before.nights).length : 0);
          expect(nights.from > emergency.diary.today).toBe(true);
          expect(window && window.earliest <= nights.from && nights.from <= window.latest).toBe(true);
          const { youngPersonId = '', solo = false } = before ?? {};
          const again = [{ ...{ youngPersonId, nights, lodgings, solo }, changesStayId: stayId }];
          const { findings } = assess(again, after, 'planned');
          expect(findings.filter(({ level }) => level !== 'inform')).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

it('finds the same whatever order the diary is in', () => {
  fc.assert(
    fc.property(anyEmergency(), ({ asked, diary, ways }) => {
      const turned = { ...diary, stays: diary.stays.toReversed(), rooms: diary.rooms.toReversed() };
      expect(emergencyWays(asked, turned, ways)).toEqual(emergencyWays(asked, diary, ways));
    }),
    RUNS,
  );
});

/** Whoever is displaced in order of their ids. */
function sorted(way: EmergencyWay | undefined) {
  return way && { ...way, displaced: way.displaced.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function waysOf({ asked, diary, ways }: Emergency): EmergencyWay[] {
  return emergencyWays(asked, diary, ways);
}

/** The diary once the way is taken. */
function afterwards({ displaced, moved, redated, rooms }: EmergencyWay, { asked, diary }: Emergency): Diary {
  const changed = new Map([...moved, ...redated].map(({ stayId, ...change }) => [stayId, change]));
  const stays = diary.stays
    .filter(({ id }) => !displaced.some((stay) => stay.id === id))
    .map((stay) => ({ ...stay, ...changed.get(stay.id) }));
  const emergency: DiaryStay = {
    ...{ id: 'the emergency', youngPersonId: asked.youngPersonId, nights: asked.nights },
    ...{
      kind: 'emergency',
      status: 'confirmed',
      solo: asked.solo === true,
      groupId: null,
      displacedBefore: false,
    },
    lodgings: rooms[0]?.lodgings ?? [],
  };
  return { ...diary, stays: [...stays, emergency] };
}

function expectNothingTwice({ stays }: Diary): void {
  const taken = stays.flatMap(({ youngPersonId, nights, lodgings }) =>
    nightsOf(nights).flatMap((on) => [
      `${youngPersonId} ${on}`,
      `${lodgings.find((lodging) => holds(lodging.nights, on))?.roomId ?? 'nowhere'} ${on}`,
    ]),
  );
  expect(taken.filter((one, index) => taken.indexOf(one) !== index)).toEqual([]);
  expect(taken.filter((one) => one.startsWith('nowhere'))).toEqual([]);
}
