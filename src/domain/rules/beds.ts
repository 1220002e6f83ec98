import type { AskedNight } from '../asked-night';
import type { StayKind } from '../diary';
import type { DiaryByNight } from '../diary-by-night';

/** Beds that young people may sleep in that night: open rooms, at most the registered places. */
export function usableBeds({ page }: AskedNight, { rooms }: DiaryByNight): number {
  return Math.min(page.settings.places, rooms.filter(({ id }) => page.roomIsUsable(id)).length);
}

/** Beds that stays of the kind asked for would take that night, with those asked for. */
export function bedsOfKind({ others }: AskedNight, kind: StayKind): number {
  return 1 + others.filter((other) => (other.kind ?? kind) === kind).length;
}
