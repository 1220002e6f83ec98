import { clockTime, londonDate } from '../domain/london';
import { sayRingFence } from '../domain/ring-fence-words';
import { roomName } from '../domain/room-name';
import { sayDate } from '../domain/say-dates';
import {
  sayBeds,
  sayClosedRooms,
  sayFree,
  sayMixing,
  sayNextArrival,
  sayTaken,
  sayTonight,
  sayWhyNone,
} from '../domain/tonight-card';
import { guestsNamed, pairsNamed, type GuestNamed } from './tonight-names.view';
import type { ShownTonight } from './tonight.service';

interface TonightPage {
  readonly unitName: string;
  readonly units: readonly UnitLine[];
  readonly night: string;
  readonly asOf: { readonly time: string; readonly date: string };
  /** After it the card, kept or left open, is of a night that is over: milliseconds, as scripts count. */
  readonly overAt: number;
  readonly figure: { readonly count: number; readonly words: string; readonly isFree: boolean };
  readonly beds: readonly { readonly title: string; readonly words: string }[];
  readonly whyNone: readonly string[];
  readonly claim: { readonly text: string; readonly href: string };
  readonly again: string;
  readonly taken: string;
  readonly mixing: readonly string[];
  readonly nextArrival: string;
  readonly ringFence: readonly string[];
  readonly takes: readonly string[];
  /** For those who may know who stays. */
  readonly guests: readonly GuestNamed[] | undefined;
  readonly pairs: readonly string[];
  readonly nextNames: string;
}

interface UnitLine {
  readonly name: string;
  readonly words: string;
  readonly isFree: boolean;
  readonly href: string;
  readonly isCurrent: boolean;
}

export function tonightPage(shown: ShownTonight): TonightPage {
  const { unit, facts, now, endsAt, arrivalsFrom } = shown;
  const isFree = facts.beds.length > 0;
  const { ageFrom, ageTo, places } = facts.settings;
  return {
    unitName: unit.name,
    units: unitLines(shown),
    night: sayTonight(facts, now),
    asOf: { time: clockTime(now), date: sayDate(londonDate(now)) },
    overAt: endsAt.getTime(),
    figure: { count: facts.beds.length, words: facts.beds.length === 1 ? 'bed free' : 'beds free', isFree },
    beds: bedLines(shown),
    whyNone: sayWhyNone(facts),
    claim: {
      text: !isFree ? 'See what can be done' : facts.beds.length === 1 ? 'Claim this bed' : 'Claim a bed',
      href: `/emergency-claims/new?unitId=${unit.id}`,
    },
    again: `/tonight?unitId=${unit.id}`,
    taken: sayTaken(facts),
    mixing: sayMixing(facts, shown.names !== undefined),
    nextArrival: sayNextArrival(facts, arrivalsFrom, now),
    ringFence: sayRingFence(facts.settings),
    takes: [
      `Takes young people aged ${ageFrom} to ${ageTo}.`,
      `Registered for ${places}; ${facts.rooms === 1 ? '1 room' : `${facts.rooms} rooms`}.`,
      sayClosedRooms(facts),
    ].filter(Boolean),
    guests: guestsNamed(shown),
    pairs: pairsNamed(shown),
    nextNames: namesOf(shown),
  };
}

/** `Larch House: 1 bed free · Hazel House: full`, when there is more than one. */
function unitLines({ unit, units }: ShownTonight): UnitLine[] {
  if (units.length < 2) return [];
  return units.map((each) => ({
    name: each.unit.name,
    words: sayFree(each.facts),
    isFree: each.facts.beds.length > 0,
    href: `/tonight?unitId=${each.unit.id}`,
    isCurrent: each.unit.id === unit.id,
  }));
}

/** Which rooms are free says which are taken: only for those who may know by whom. */
function bedLines({ facts, rooms, names }: ShownTonight): { title: string; words: string }[] {
  return sayBeds(facts).map(({ roomIds, words }) => {
    const named = rooms.filter(({ id }) => roomIds.includes(id)).map(roomName);
    const count = roomIds.length === 1 ? '1 bed' : `${roomIds.length} beds`;
    return { title: names ? named.join('; ') : count, words };
  });
}

function namesOf({ facts, names }: ShownTonight): string {
  if (!names) return '';
  return facts.nextArrivals.map(({ youngPersonId }) => names.get(youngPersonId) ?? '').join(', ');
}
