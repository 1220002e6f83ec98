import { changedBy, setOut, type AskedStay } from './asked-stay';
import type { Diary, Lodging, ProposedStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import { joined } from './lodgings';
import { bestOfEach, draftsWith, hasRoom, isBetter, legsFrom, type Draft, type Turn } from './room-draft';

/** Which rooms one young person would have, night after night. */
export interface RoomsFor {
  readonly youngPersonId: string;
  readonly lodgings: readonly Lodging[];
}

/** Rooms for everybody asked for, in the order asked. */
export interface Arrangement {
  readonly lodgings: readonly (readonly Lodging[])[];
  /** How badly the nights left free around them are cut up: 0 is best. */
  readonly gaps: number;
}

/**
 * Rooms for all the stays asked for, in that order, or `undefined` when some night has too few (domain.md §2, no-bed).
 * A named room is fixed; otherwise the same room throughout if that can be had for everybody, then the fewest moves.
 */
export function chooseRooms(asked: readonly ProposedStay[], diary: Diary): RoomsFor[] | undefined {
  const byNight = new DiaryByNight(diary);
  const arrangement = arrangeRooms(setOut(asked, byNight), byNight);
  return (
    arrangement &&
    asked.map(({ youngPersonId }, who) => ({ youngPersonId, lodgings: arrangement.lodgings[who] ?? [] }))
  );
}

/**
 * Goes through the nights in order and gives a room to whoever has none, keeping of all drafts with one future only the
 * best. Nobody leaves a room before they must: moving sooner never saves a move.
 */
export function arrangeRooms(asked: readonly AskedStay[], diary: DiaryByNight): Arrangement | undefined {
  if (!asked.every((each) => namedRoomIsFree(each, diary)) || isSureToFail(asked)) return undefined;
  const changed = changedBy(asked.map(({ stay }) => stay));
  let drafts: Draft[] = [{ legs: [], cost: [0, 0, 0, 0, 0] }];
  for (const turn of turnsOf(asked)) {
    if (drafts.every((draft) => hasRoom(draft, turn))) continue;
    const legs = legsFrom(turn, diary, changed);
    const next = drafts.flatMap((draft) => (hasRoom(draft, turn) ? draft : draftsWith(legs, draft, turn)));
    drafts = bestOfEach(next, turn.on);
  }
  const [first, ...rest] = drafts;
  if (!first) return undefined;
  const best = rest.reduce((best, draft) => (isBetter(draft, best) ? draft : best), first);
  return { lodgings: asked.map((each, who) => lodgingsOf(each, who, best)), gaps: best.cost[3] };
}

function namedRoomIsFree({ stay: { roomId }, nights }: AskedStay, { rooms }: DiaryByNight): boolean {
  if (roomId === undefined) return true;
  return rooms.some(({ id }) => id === roomId) && nights.every((night) => night.isFree(roomId));
}

/** The first of them cannot have a room on some night: most dates that fail are seen to fail here. */
function isSureToFail([first]: readonly AskedStay[]): boolean {
  return first?.stay.roomId === undefined && (first?.nights.some((night) => night.hasTooFewRooms) ?? false);
}

function turnsOf(asked: readonly AskedStay[]): Turn[] {
  return asked
    .flatMap((each, who) =>
      each.stay.roomId === undefined
        ? each.nights.map(({ on }, night) => ({ who, asked: each, night, on }))
        : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function lodgingsOf({ stay: { roomId }, slept, nights }: AskedStay, who: number, { legs }: Draft): Lodging[] {
  const named = nights.flatMap(({ on, page }) =>
    roomId === undefined ? [] : [{ roomId, nights: { from: on, to: page.after.on } }],
  );
  const chosen = legs
    .filter((leg) => leg.who === who)
    .map((leg) => ({ roomId: leg.roomId, nights: leg.nights }));
  return joined([...slept, ...named, ...chosen].sort((a, b) => (a.nights.from < b.nights.from ? -1 : 1)));
}
