import type { DiaryByNight } from './diary-by-night';
import type { NightPage } from './night-page';
import type { Nights } from './nights';

/** From a long weekend on, a gap is likely to be used. */
const USABLE_NIGHTS = 3;

export interface Gaps {
  /** 0 for no gap too short to use beside the stay; the more, the shorter the gap. */
  readonly unusable: number;
  /** How many sides of the stay, 0 to 2, are left free: what fits exactly leaves none. */
  readonly sides: number;
}

/** What taking a room on these nights leaves free beside it. */
export function gapsLeft(
  roomId: string,
  { from, to }: Nights,
  diary: DiaryByNight,
  changed: ReadonlySet<string>,
): Gaps {
  const isFree = (page: NightPage) =>
    page.roomIsUsable(roomId) &&
    !page.guests.some((guest) => guest.roomId === roomId && !changed.has(guest.stayId));
  const before = freeNights(diary.on(from).before, 'before', isFree);
  const after = freeNights(diary.on(to), 'after', isFree);
  return { unusable: unusable(before) + unusable(after), sides: Number(before > 0) + Number(after > 0) };
}

function freeNights(
  start: NightPage,
  direction: 'before' | 'after',
  isFree: (page: NightPage) => boolean,
): number {
  let nights = 0;
  for (let page = start; nights < USABLE_NIGHTS && isFree(page); page = page[direction]) nights += 1;
  return nights;
}

function unusable(gap: number): number {
  return gap === 0 ? 0 : USABLE_NIGHTS - gap;
}
