import type { AskedStay } from './asked-stay';
import type { CalendarDate } from './calendar-date';
import type { Lodging, ProposedStay, Room } from './diary';
import type { DiaryByNight } from './diary-by-night';
import { roomOn } from './lodgings';
import { includesNight, listNights, type Nights } from './nights';
import { gapsLeft } from './room-gaps';

/** Rooms given out so far, none for longer than it is free. */
export interface Draft {
  readonly legs: readonly Leg[];
  readonly cost: Cost;
}

/** A room for one stay until the stay ends (`isLast`) or somebody else needs the room. */
interface Leg extends Lodging {
  readonly who: number;
  readonly isLast: boolean;
  readonly cost: Cost;
}

/** What is worst comes first: moves, nights out of the present room, wishes not met, gaps no one can use, free sides. */
type Cost = readonly [moves: number, strange: number, unmet: number, unusable: number, sides: number];

/** One stay's need of a room on one of its nights. */
export interface Turn {
  readonly who: number;
  readonly asked: AskedStay;
  readonly night: number;
  readonly on: CalendarDate;
}

export function hasRoom({ legs }: Draft, { who, on }: Turn): boolean {
  return legs.some((leg) => leg.who === who && includesNight(leg.nights, on));
}

/** Each room that could be had from this night on, by the rooms' numbers, for as long as it can. */
export function legsFrom(turn: Turn, diary: DiaryByNight, changed: ReadonlySet<string>): Leg[] {
  const { who, asked } = turn;
  return diary.rooms.flatMap((room) => {
    const { to, isLast } = freeUntil(room.id, turn);
    if (to === turn.on) return [];
    const nights = { from: turn.on, to };
    const moves = Number(!isLast) + Number(leavesSleptRoom(room, turn));
    const { unusable, sides } = gapsLeft(room.id, nights, diary, changed);
    const strange = strangeNights(room, nights, asked.stay, diary);
    const cost: Cost = [moves, strange, unmetWishes(room, asked.stay), unusable, sides];
    return { who, roomId: room.id, nights, isLast, cost };
  });
}

/** The draft with each of the legs whose room it has not given to another. */
export function draftsWith(legs: readonly Leg[], draft: Draft, { on }: Turn): Draft[] {
  const taken = draft.legs.filter(({ nights }) => includesNight(nights, on)).map(({ roomId }) => roomId);
  return legs
    .filter(({ roomId }) => !taken.includes(roomId))
    .map((leg) => ({ legs: [...draft.legs, leg], cost: sum(draft.cost, leg.cost) }));
}

/** Drafts that leave the same rooms taken until the same nights, and the same stays to move, have one future. */
export function bestOfEach(drafts: readonly Draft[], on: CalendarDate): Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const future = draft.legs
      .filter(({ nights, isLast }) => nights.to > on || (nights.to === on && !isLast))
      .map(({ who, roomId, nights, isLast }) => [roomId, nights.to, isLast ? '' : who].join())
      .sort()
      .join(';');
    const rival = best.get(future);
    if (!rival || isBetter(draft, rival)) best.set(future, draft);
  }
  return [...best.values()];
}

export function isBetter({ cost: a }: Draft, { cost: b }: Draft): boolean {
  const [difference = 0] = a.map((part, index) => part - (b[index] ?? 0)).filter((by) => by !== 0);
  return difference < 0;
}

/** A room that is not free to the end of the stay is sure to cost a move. */
function freeUntil(roomId: string, { asked, night, on }: Turn): { to: CalendarDate; isLast: boolean } {
  let to = on;
  let next = night;
  for (let ahead = asked.nights[next]; ahead?.on === to && ahead.isFree(roomId); ahead = asked.nights[next]) {
    to = ahead.page.after.on;
    next += 1;
  }
  return { to, isLast: next === asked.nights.length };
}

function leavesSleptRoom({ id }: Room, { asked, on }: Turn): boolean {
  return asked.slept.some(({ roomId, nights }) => nights.to === on && roomId !== id);
}

function strangeNights({ id }: Room, nights: Nights, stay: ProposedStay, diary: DiaryByNight): number {
  const present = stay.lodgings ?? diary.stay(stay.changesStayId)?.lodgings ?? [];
  return present.length === 0 ? 0 : listNights(nights).filter((on) => roomOn(present, on) !== id).length;
}

/** Each wish outweighs all those after it. */
function unmetWishes({ features }: Room, { wishes = [] }: ProposedStay): number {
  return wishes.reduce((unmet, wish) => unmet * 2 + Number(!features.includes(wish)), 0);
}

function sum(a: Cost, b: Cost): Cost {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
}
