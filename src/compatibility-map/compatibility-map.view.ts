import type { PairOnMap } from '../domain/compatibility-map';
import { afterOf, badCursor, listing, type Listing, type ListQuery } from '../platform/listing';
import type { LikelyGuest, MapOfUnit } from './compatibility-maps.service';

export interface CompatibilityMapView extends Listing<PairOnMap> {
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly people: readonly GuestView[];
  /** Requests whose nights are not among the figures. */
  readonly requestsLeftOut: number;
}

interface GuestView extends Pick<LikelyGuest, 'because' | 'nightsHanging'> {
  readonly youngPersonId: string;
}

/** @throws Misshapen for a cursor that is none of ours. */
export function compatibilityMapView(
  { period, guests, pairs, requestsLeftOut }: MapOfUnit,
  query: ListQuery,
): CompatibilityMapView {
  const { key = '-1' } = afterOf(query) ?? {};
  if (!/^(-1|\d{1,9})$/.test(key)) throw badCursor();
  const placed = pairs.map((pair, place) => ({ pair, place, id: pair.youngPersonIds[0] }));
  const { items, nextCursor } = listing(placed.slice(Number(key) + 1), query, ({ place }) => String(place));
  return {
    ...period,
    people: guests.map(({ youngPerson, because, nightsHanging }) => ({
      youngPersonId: youngPerson.id,
      because,
      nightsHanging,
    })),
    items: items.map(({ pair }) => pair),
    nextCursor,
    requestsLeftOut,
  };
}
