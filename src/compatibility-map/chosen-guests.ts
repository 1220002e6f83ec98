import { nightsHanging, type PairOnMap } from '../domain/compatibility-map';
import { fullName } from '../domain/full-name';
import { fold } from '../domain/phrases';
import type { LikelyGuest, MapOfUnit } from './compatibility-maps.service';
import type { MapForm } from './map-form';

/** As many columns as one can still find one's way among. */
const MOST_GUESTS = 40;
const MOST_PAIRS = 60;

export interface ChosenGuests {
  /** Whom the form asks for, before so many are left out. */
  readonly asked: readonly LikelyGuest[];
  readonly columns: readonly LikelyGuest[];
  readonly rows: readonly LikelyGuest[];
  readonly pairs: readonly PairOnMap[];
  readonly pairsAsked: number;
}

/** Those the form asks for: who may be met makes columns, whose name was typed makes rows; and their pairs. */
export function chosenGuests({ guests, pairs }: MapOfUnit, { shown, search }: MapForm): ChosenGuests {
  const inTheWay = new Set(pairs.filter((pair) => nightsHanging(pair) > 0).flatMap((p) => p.youngPersonIds));
  const asked = guests.filter(({ because, youngPerson }) => {
    if (shown === 'in-the-way') return inTheWay.has(youngPerson.id);
    return shown === 'everybody' || because.some((reason) => reason !== 'plan');
  });
  const rows = asked.filter(({ youngPerson }) => fold(fullName(youngPerson)).includes(fold(search)));
  const [askedIds, rowIds] = [idsOf(asked), idsOf(rows)];
  const between = pairs.filter(
    ({ youngPersonIds }) =>
      youngPersonIds.every((id) => askedIds.has(id)) && youngPersonIds.some((id) => rowIds.has(id)),
  );
  return {
    asked,
    columns: asked.slice(0, MOST_GUESTS),
    rows: rows.slice(0, MOST_GUESTS),
    pairs: between.slice(0, MOST_PAIRS),
    pairsAsked: between.length,
  };
}

function idsOf(guests: readonly LikelyGuest[]): ReadonlySet<string> {
  return new Set(guests.map(({ youngPerson }) => youngPerson.id));
}
