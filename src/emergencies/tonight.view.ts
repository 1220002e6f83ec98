import {
  sayClosedRooms,
  sayMixing,
  sayNextArrival,
  sayTaken,
  sayTonight,
  sayWhyNone,
} from '../domain/tonight-card';
import { sayRingFence } from '../domain/ring-fence-words';
import { londonDate } from '../domain/london';
import type { ShownTonight } from './tonight.service';

/** The tonight card for programs; the beds' rooms, ids and names only for those who may know who stays. */
export interface TonightView {
  readonly unitId: string;
  readonly unitName: string;
  readonly asOf: string;
  readonly night: string;
  readonly beganYesterday: boolean;
  readonly said: string;
  readonly bedsFree: number;
  readonly beds: readonly {
    readonly freeUntil: string;
    readonly then: string | null;
    readonly roomId?: string;
  }[];
  readonly whyNone: readonly string[];
  readonly taken: string;
  readonly mixing: readonly string[];
  readonly unitClosedUntil: string | null;
  readonly closedRooms: string | null;
  readonly places: number;
  readonly ageRange: { readonly from: number; readonly to: number };
  readonly ringFence: readonly string[];
  readonly nextArrival: string;
  readonly guests?: readonly GuestView[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly bedsFree: number }[];
}

interface GuestView {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly roomId: string | null;
  readonly status: string;
  readonly departsOn: string;
}

export function tonightView(shown: ShownTonight): TonightView {
  const { unit, facts, now, names, units, arrivalsFrom } = shown;
  return {
    unitId: unit.id,
    unitName: unit.name,
    asOf: now.toISOString(),
    night: facts.on,
    beganYesterday: facts.on < londonDate(now),
    said: sayTonight(facts, now),
    bedsFree: facts.beds.length,
    beds: facts.beds.map(({ until, then, roomId }) => ({
      freeUntil: until,
      then,
      ...(names ? { roomId } : {}),
    })),
    whyNone: sayWhyNone(facts),
    taken: sayTaken(facts),
    mixing: sayMixing(facts, names !== undefined),
    unitClosedUntil: facts.unitClosedUntil,
    closedRooms: sayClosedRooms(facts) || null,
    places: facts.settings.places,
    ageRange: { from: facts.settings.ageFrom, to: facts.settings.ageTo },
    ringFence: sayRingFence(facts.settings),
    nextArrival: sayNextArrival(facts, arrivalsFrom, now),
    ...(names ? { guests: guestsOf(shown) } : {}),
    units: units.map((each) => ({
      id: each.unit.id,
      name: each.unit.name,
      bedsFree: each.facts.beds.length,
    })),
  };
}

function guestsOf({ facts }: ShownTonight): GuestView[] {
  return facts.guests.map(({ stayId, youngPersonId, roomId = null, stay }) => ({
    stayId,
    youngPersonId,
    roomId,
    status: stay.status,
    departsOn: stay.nights.to,
  }));
}
