import type { AskedNight, AskedStay } from './asked-stay';
import type { CalendarDate } from './calendar-date';
import type { Lodging, ProposedStay, Room } from './diary';
import type { DiaryByNight } from './diary-by-night';
import { roomOn } from './lodgings';
import { includesNight } from './nights';
import { gapsLeft } from './room-gaps';

/** Rooms given out so far, none longer than it is free. */
export interface Draft {
  readonly legs: readonly Leg[];
  readonly cost: Cost;
}

/** A room for one stay until the stay ends (`isLast`) or the room is needed by somebody else. */
export interface Leg extends Lodging {
  readonly who: number;
  readonly isLast: boolean;
}

/** What is worst comes first: moves, leaving the present room, wishes not met, gaps left. */
type Cost = readonly [moves: number, strange: number, unmet: number, gaps: number];

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

/** The draft with each room that could be had from this night on, by the rooms' numbers. */
export function draftsFrom(
  draft: Draft,
  turn: Turn,
  diary: DiaryByNight,
  changed: ReadonlySet<string>,
): Draft[] {
  return diary.rooms.flatMap((room) => {
    const leg = longestLeg(room.id, turn);
    const isTaken = draft.legs.some(
      ({ roomId, nights }) => roomId === room.id && includesNight(nights, turn.on),
    );
    if (!leg || isTaken) return [];
    const gaps = gapsLeft(room.id, leg.nights, diary, changed);
    const cost = [
      movesOf(leg, turn),
      strangeness(room, turn, diary),
      unmetWishes(room, turn.asked.stay),
      gaps,
    ] as const;
    return { legs: [...draft.legs, leg], cost: sum(draft.cost, cost) };
  });
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

export function isFree(roomId: string, { page, others }: AskedNight): boolean {
  return page.roomIsUsable(roomId) && !others.some((other) => other.roomId === roomId);
}

function longestLeg(roomId: string, { who, asked, night, on }: Turn): Leg | undefined {
  let to = on;
  let next = night;
  for (
    let ahead = asked.nights[next];
    ahead?.on === to && isFree(roomId, ahead);
    ahead = asked.nights[next]
  ) {
    to = ahead.page.after.on;
    next += 1;
  }
  return next === night
    ? undefined
    : { who, roomId, nights: { from: on, to }, isLast: next === asked.nights.length };
}

/** A room that is not free to the end of the stay is sure to cost a move. */
function movesOf({ roomId, isLast }: Leg, { asked, night }: Turn): number {
  const last = night === 0 ? asked.slept.at(-1) : undefined;
  return Number(!isLast) + Number(last !== undefined && last.roomId !== roomId);
}

function strangeness({ id }: Room, { asked, on }: Turn, diary: DiaryByNight): number {
  const lodgings = asked.stay.lodgings ?? diary.stay(asked.stay.changesStayId)?.lodgings ?? [];
  return Number((roomOn(lodgings, on) ?? id) !== id);
}

/** Each wish outweighs all those after it. */
function unmetWishes({ features }: Room, { wishes = [] }: ProposedStay): number {
  return wishes.reduce((unmet, wish) => unmet * 2 + Number(!features.includes(wish)), 0);
}

function sum(a: Cost, b: Cost): Cost {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}
