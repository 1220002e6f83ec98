import { setOut } from './asked-stay';
import { laterOf, type CalendarDate } from './calendar-date';
import type { Diary, DiaryStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding, FindingCode } from './findings';
import { lodgingsOn } from './lodgings';
import type { Guest } from './night-page';
import { sharedNights, type Nights } from './nights';
import { nightsTakenUp } from './overdue';
import { consent } from './rules/consent';
import { notAssessed } from './rules/not-assessed';
import { eachPair } from './rules/pairs';
import { registeredPlaces } from './rules/registered-places';
import { roomClosed } from './rules/room-closed';
import { roomTaken } from './rules/room-taken';
import { found, type Rule } from './rules/rule';
import { soloInPlace } from './rules/solo-in-place';
import { unitClosed } from './rules/unit-closed';

/** Stays already booked that a later judgement, closure, setting or withdrawn consent contradicts: for the manager to settle. */
export interface Conflict {
  readonly code: FindingCode;
  readonly nights: readonly CalendarDate[];
  /** Sorted; one for a closure or for want of consent, both of a pair, everybody there for too few places. */
  readonly stayIds: readonly string[];
}

/** Also past the judgement's review: nobody has said since that the two may be together. */
const judgedNotTogether: Rule = (asked, diary, kind) =>
  eachPair(asked, diary, (youngPersonId, { peerId, nights, assessment }) =>
    assessment?.outcome === 'not-together'
      ? found(nights, kind, { code: 'not-together', youngPersonId, peerId })
      : [],
  );

/** What can turn against a stay after it was booked; a room is taken when somebody in it is overdue to leave. */
const MAY_TURN: readonly Rule[] = [
  unitClosed,
  roomClosed,
  roomTaken,
  registeredPlaces,
  soloInPlace,
  judgedNotTogether,
  consent,
];

/** The conflicts on nights of `[from, to)`, from today on, the earliest first: each booked stay judged once more. */
export function conflictsIn(diary: Diary, from: CalendarDate, to: CalendarDate): Conflict[] {
  return standingAgainst(MAY_TURN, diary, from, to);
}

/** Those conflicts, and the pairs booked for the same nights whom nobody has judged, or not since the review. */
export function conflictsAndUnjudgedIn(
  diary: Diary,
  from: CalendarDate,
  to: CalendarDate,
): Record<'conflicts' | 'unjudged', Conflict[]> {
  const all = standingAgainst([...MAY_TURN, notAssessed], diary, from, to);
  const isUnjudged = ({ code }: Conflict) => code === 'not-assessed';
  return { conflicts: all.filter((each) => !isUnjudged(each)), unjudged: all.filter(isUnjudged) };
}

function standingAgainst(
  rules: readonly Rule[],
  diary: Diary,
  from: CalendarDate,
  to: CalendarDate,
): Conflict[] {
  const byNight = new DiaryByNight(diary);
  const window = { from: laterOf(from, diary.today), to };
  const conflicts = new Map<string, Conflict>();
  for (const stay of diary.stays) {
    for (const finding of findingsAgainst(stay, window, byNight, rules)) {
      for (const on of finding.nights) {
        const stayIds = staysIn(finding, stay, byNight.on(on).guests);
        const key = [finding.code, ...stayIds].join();
        const nights = new Set([...(conflicts.get(key)?.nights ?? []), on]);
        conflicts.set(key, { code: finding.code, nights: [...nights].sort(), stayIds });
      }
    }
  }
  return [...conflicts].sort(earliestFirst).map(([, conflict]) => conflict);
}

/** A booked stay judged once more by some of the rules, on the nights it has in the window. */
export function findingsAgainst(
  stay: DiaryStay,
  window: Nights,
  diary: DiaryByNight,
  rules: readonly Rule[],
): Finding[] {
  const nights = sharedNights(nightsTakenUp(stay, diary.today), window);
  if (!nights) return [];
  return lodgingsOn(nights, stay.lodgings).flatMap((lodging) => {
    const proposed = {
      youngPersonId: stay.youngPersonId,
      solo: stay.solo,
      changesStayId: stay.id,
      ...lodging,
    };
    const asked = setOut([proposed], diary).map((each) => ({ ...each, lodgings: [lodging] }));
    return rules.flatMap((rule) => rule(asked, diary, stay.kind));
  });
}

function staysIn(finding: Finding, stay: DiaryStay, guests: readonly Guest[]): string[] {
  const others = guests
    .filter(({ stayId }) => stayId !== stay.id)
    .filter((guest) => isPartOf(finding, guest));
  return [stay.id, ...others.map(({ stayId }) => stayId)].sort();
}

function isPartOf(finding: Finding, guest: Guest): boolean {
  if (finding.code === 'registered-places') return true;
  if (finding.code === 'room-taken') return guest.roomId === finding.roomId;
  return 'peerId' in finding && guest.youngPersonId === finding.peerId;
}

function earliestFirst([aKey, a]: [string, Conflict], [bKey, b]: [string, Conflict]): number {
  const [aFirst = '', bFirst = ''] = [a.nights[0], b.nights[0]];
  if (aFirst !== bFirst) return aFirst < bFirst ? -1 : 1;
  return aKey < bKey ? -1 : 1;
}
