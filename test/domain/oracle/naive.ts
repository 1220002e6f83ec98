import type { Assessment, Diary, DiaryStay, ProposedStay, StayKind } from '../../../src/domain/diary';
import type { Nights } from '../../../src/domain/nights';
import { naiveEmergencyFacts } from './naive-emergencies';
import { naivePlanFacts } from './naive-plans';

/**
 * The rules of domain.md §2 told a second time, as slowly and plainly as possible: one night, one young person, one
 * question at a time. Shares nothing with the engine but the types.
 *
 * @returns each code with its level, night by night, and each fact it carries, sorted, as text.
 */
export function naiveFindings(asked: readonly ProposedStay[], diary: Diary, kind: StayKind): string[] {
  const all: string[] = [];
  asked.forEach((stay, who) => {
    all.push(...splitUp(stay, kind));
    for (const night of nightsOf(stay.nights)) {
      if (wasSlept(stay, night, diary)) continue;
      const found = [
        ...factsOn(night, who, asked, diary),
        ...naivePlanFacts(night, stay, diary, kind),
        ...naiveEmergencyFacts(night, who, asked, diary, kind),
      ];
      for (const [told, ...facts] of found) {
        const [code = told, level = levelOf(told, kind)] = told.split(' at ');
        all.push([stay.youngPersonId, code, level, night].join('/'));
        for (const fact of facts) all.push([stay.youngPersonId, code, fact].join('/'));
      }
    }
  });
  return [...new Set(all)].sort();
}

/** Night by night, those of the stay and those of its siblings: is somebody there without somebody else? */
function splitUp({ youngPersonId: me, nights, siblings = [] }: ProposedStay, kind: StayKind): string[] {
  const all: string[] = [];
  for (const sibling of siblings) {
    for (const night of [...nightsOf(nights), ...(sibling.nights ? nightsOf(sibling.nights) : [])]) {
      const isThere = sibling.nights !== null && holds(sibling.nights, night);
      if (holds(nights, night) === isThere) continue;
      all.push([me, 'siblings-split', kind === 'planned' ? 'acknowledge' : 'inform', night].join('/'));
      all.push([me, 'siblings-split', sibling.youngPersonId].join('/'));
    }
  }
  return all;
}

export type Fact = readonly [code: string, ...facts: string[]];

export interface Somebody {
  readonly id: string;
  readonly room: string | undefined;
  readonly solo: boolean;
  /** Of those asked for together, that of what is asked. */
  readonly kind: StayKind | 'asked';
}

function factsOn(night: string, who: number, asked: readonly ProposedStay[], diary: Diary): Fact[] {
  const stay = asked[who];
  if (!stay) return [];
  const me = stay.youngPersonId;
  const others = othersOn(night, who, asked, diary);
  const facts: Fact[] = [];

  const unitClosed = diary.closures.some(
    (closure) => closure.roomId === null && holds(closure.nights, night),
  );
  if (unitClosed) facts.push(['unit-closed']);

  const shut = (room: string) =>
    diary.closures.some((each) => each.roomId === room && holds(each.nights, night));
  const inUse = (room: string) => others.some((other) => other.room === room);
  if (stay.roomId !== undefined && shut(stay.roomId)) facts.push(['room-closed', stay.roomId]);
  if (stay.roomId !== undefined && inUse(stay.roomId)) facts.push(['room-taken', stay.roomId]);

  let free = 0;
  for (const room of diary.rooms) if (!shut(room.id) && !inUse(room.id)) free += 1;
  const wanting = 1 + others.filter((other) => other.room === undefined).length;
  if (stay.roomId === undefined && !unitClosed && free < wanting) facts.push(['no-bed']);

  const settings = settingsOn(night, diary);
  const heads = new Set([me, ...others.map((other) => other.id)]).size;
  if (heads > settings.places) facts.push(['registered-places', `${settings.places} places`]);

  const away = diary.elsewhere.some((other) => other.youngPersonId === me && holds(other.nights, night));
  if (away || others.some((other) => other.id === me)) facts.push(['already-staying']);

  const age = ageOn(diary.people.get(me)?.dateOfBirth ?? '', night);
  if (age < settings.ageFrom || age > settings.ageTo)
    facts.push(['outside-statement-of-purpose', `${settings.ageFrom} to ${settings.ageTo}`]);

  const iAmSolo = isSolo(me, stay.solo === true, night, diary);
  for (const peer of new Set(others.map((other) => other.id))) {
    if (peer === me) continue;
    const peerIsSolo = others.some((other) => other.id === peer && other.solo);
    if (peerIsSolo && !welcomes(peer, me, night, diary)) facts.push(['solo-in-place', `${peer} on ${night}`]);
    if (iAmSolo && !welcomes(me, peer, night, diary)) facts.push(['solo-needs-unit', peer]);
    facts.push(...compatibility(assessmentOf(me, peer, diary), night, peer));
  }
  return facts;
}

export function othersOn(
  night: string,
  who: number,
  asked: readonly ProposedStay[],
  diary: Diary,
): Somebody[] {
  const changed = asked.map((each) => each.changesStayId);
  const booked = diary.stays
    .filter((stay) => !changed.includes(stay.id) && isThere(stay, night, diary))
    .map((stay) => ({
      id: stay.youngPersonId,
      room: roomOf(stay, night),
      solo: isSolo(stay.youngPersonId, stay.solo, night, diary),
      kind: stay.kind,
    }));
  const together = asked
    .filter((other, index) => index !== who && holds(other.nights, night))
    .map((other) => ({
      id: other.youngPersonId,
      room: other.roomId,
      solo: isSolo(other.youngPersonId, other.solo === true, night, diary),
      kind: 'asked' as const,
    }));
  return [...booked, ...together];
}

function compatibility(assessment: Assessment | undefined, night: string, peer: string): Fact[] {
  const met = `${peer} on ${night}`;
  if (!assessment) return [['not-assessed', met, `${peer} never`]];
  const { reviewOn, outcome, controls } = assessment;
  if (night > reviewOn) return [['not-assessed', met, `${peer} ${outcome} until ${reviewOn}`]];
  if (outcome === 'not-together') return [['not-together', met]];
  return outcome === 'with-controls' ? [['controls', met, `${peer} ${controls ?? ''}`]] : [];
}

const MAY_BE_AUTHORISED = ['nights-used', 'series-17', 'series-75'];
const PLAN_CODES = [
  ...['no-plan', 'plan-not-agreed', 'outside-plan', 'cas-plan-not-open', 'consent'],
  ...MAY_BE_AUTHORISED,
];

function levelOf(code: string, kind: StayKind): string {
  if (code === 'controls') return 'acknowledge';
  if (PLAN_CODES.includes(code) && kind === 'emergency') return 'inform';
  if (MAY_BE_AUTHORISED.includes(code)) return 'authorise';
  return kind === 'emergency' && (code === 'not-together' || code === 'not-assessed')
    ? 'authorise'
    : 'refuse';
}

export function isThere(stay: DiaryStay, night: string, diary: Diary): boolean {
  if (holds(stay.nights, night)) return true;
  const isOverdue = stay.status === 'in-residence' && stay.nights.to < diary.today;
  return isOverdue && night >= stay.nights.from && night <= diary.today;
}

export function roomOf(stay: DiaryStay, night: string): string | undefined {
  for (const lodging of stay.lodgings) if (holds(lodging.nights, night)) return lodging.roomId;
  return stay.lodgings[stay.lodgings.length - 1]?.roomId;
}

export function wasSlept(stay: ProposedStay, night: string, diary: Diary): boolean {
  const before = diary.stays.find((other) => other.id === stay.changesStayId);
  return night < diary.today && before !== undefined && isThere(before, night, diary);
}

function isSolo(id: string, isAskedFor: boolean, night: string, diary: Diary): boolean {
  return (
    isAskedFor || diary.soloDecisions.some((each) => each.youngPersonId === id && holds(each.nights, night))
  );
}

function welcomes(solo: string, peer: string, night: string, diary: Diary): boolean {
  const decisions = diary.soloDecisions.filter(
    (each) => each.youngPersonId === solo && holds(each.nights, night),
  );
  if (decisions.length === 0) return false;
  for (const decision of decisions) if (!decision.siblingIds.includes(peer)) return false;
  return diary.people.get(solo)?.familyId === diary.people.get(peer)?.familyId;
}

function assessmentOf(a: string, b: string, diary: Diary): Assessment | undefined {
  return diary.assessments.find(({ youngPersonIds: [x, y] }) => (x === a && y === b) || (x === b && y === a));
}

export function settingsOn(night: string, diary: Diary) {
  let inForce = diary.settings[0];
  for (const settings of diary.settings) if (settings.from <= night) inForce = settings;
  if (!inForce) throw new Error('A diary without settings');
  return inForce;
}

/** By counting the birthdays there have been; somebody born on 29 February has one on 1 March in other years. */
function ageOn(born: string, night: string): number {
  let age = 0;
  for (let year = Number(born.slice(0, 4)) + 1; year <= Number(night.slice(0, 4)); year += 1) {
    if (`${year}${born.slice(4)}` <= night) age += 1;
  }
  return age;
}

export function holds(nights: Nights, night: string): boolean {
  return nights.from <= night && night < nights.to;
}

export function nightsOf(nights: Nights): string[] {
  const all: string[] = [];
  for (let day = new Date(`${nights.from}T12:00:00Z`); dateOf(day) < nights.to; day = tomorrow(day))
    all.push(dateOf(day));
  return all;
}

function tomorrow(day: Date): Date {
  return new Date(day.getTime() + 24 * 60 * 60 * 1000);
}

function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}
