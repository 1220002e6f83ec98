import type { DiaryByNight } from './diary-by-night';
import type { NightPage } from './night-page';
import type { Nights } from './nights';

/** From a week on, a gap takes any usual break. */
const USABLE_NIGHTS = 7;

/**
 * What taking a room on these nights would waste: nothing where it touches its neighbours or leaves at least a week;
 * otherwise the more, the shorter the gap left on either side. Nights before today are no gap: nobody can use them.
 */
export function gapsLeft(
  roomId: string,
  { from, to }: Nights,
  diary: DiaryByNight,
  changed: ReadonlySet<string>,
): number {
  const isFree = (page: NightPage) =>
    page.on >= diary.today &&
    page.roomIsUsable(roomId) &&
    !page.guests.some((guest) => guest.roomId === roomId && !changed.has(guest.stayId));
  return (
    waste(freeNights(diary.on(from).before, 'before', isFree)) +
    waste(freeNights(diary.on(to), 'after', isFree))
  );
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

function waste(gap: number): number {
  return gap === 0 ? 0 : USABLE_NIGHTS - gap;
}
