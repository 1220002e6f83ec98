import { daysBetween, type CalendarDate } from './calendar-date';
import type { StayStatus } from './diary';
import type { FindingCode } from './findings';
import { londonDate, londonInstant, sayTime } from './london';
import { sayDays } from './say-dates';
import { NIGHTS_AHEAD, type TonightFacts } from './tonight-facts';
import { OF_ANYBODY, type FreeBed } from './tonight-beds';

/** Beds free for equally long, and for how long. */
export interface BedsAlike {
  readonly roomIds: readonly string[];
  readonly words: string;
}

/** Before 09:00† tonight is still the night that began yesterday, and that is said (domain.md §1). */
export function sayTonight({ on }: Pick<TonightFacts, 'on'>, now: Date): string {
  const date = sayDay(on, on);
  return on < londonDate(now)
    ? `Tonight is the night that began yesterday, ${date}.`
    : `Tonight is the night of ${date}.`;
}

/** `2 beds free`, or in a word why there is none. */
export function sayFree({ beds, refusals }: Pick<TonightFacts, 'beds' | 'refusals'>): string {
  if (beds.length > 0) return beds.length === 1 ? '1 bed free' : `${beds.length} beds free`;
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('unit-closed')) return 'closed';
  return codes.includes('solo-in-place') ? 'no bed' : 'full';
}

/** For how many coming nights each bed stays free, those alike together. */
export function sayBeds({ on, beds }: Pick<TonightFacts, 'on' | 'beds'>): BedsAlike[] {
  const words = beds.map((bed) => howLong(bed, on));
  return [...new Set(words)].map((said) => ({
    roomIds: beds.filter((_, index) => words[index] === said).map(({ roomId }) => roomId),
    words: said,
  }));
}

/** Why nobody can have a bed tonight, and what would change it; nothing while there is one. */
export function sayWhyNone(facts: TonightFacts): string[] {
  const worst = OF_ANYBODY.find((code) => facts.refusals.some((finding) => finding.code === code));
  switch (worst) {
    case undefined:
      return [];
    case 'unit-closed':
      return [
        `The unit is closed until ${sayDay(facts.unitClosedUntil ?? facts.on, facts.on)}.`,
        'Only the unit’s staff can end the closure: ring them, or look for a bed elsewhere.',
      ];
    case 'solo-in-place':
      return [
        'Somebody needs the unit to themselves tonight: nobody else can have a bed, unless the decision lets them in by name.',
        'Only a manager can end that.',
      ];
    case 'registered-places':
      return [
        `The unit is registered for ${youngPeople(facts.settings.places)}, and nobody can allow more.`,
        makingWay(facts),
      ];
    case 'kept-for-planned':
      return ['The beds left are kept for planned breaks.', makingWay(facts)];
    default:
      return ['Every bed that is open is taken.', makingWay(facts)];
  }
}

/** Beds taken as counts, for whoever may not know by whom. */
export function sayTaken({ guests }: Pick<TonightFacts, 'guests'>): string {
  const count = (status: StayStatus) => guests.filter(({ stay }) => stay.status === status).length;
  const [here, expected, held] = [count('in-residence'), count('confirmed'), count('held')];
  const parts = [
    ...(here > 0 ? [`${youngPeople(here)} ${here === 1 ? 'is' : 'are'} here`] : []),
    ...(expected > 0
      ? [`${here > 0 ? expected : youngPeople(expected)} ${expected === 1 ? 'is' : 'are'} expected`]
      : []),
    ...(held > 0 ? [`${held} ${held === 1 ? 'bed is' : 'beds are'} held for an answer`] : []),
  ];
  if (parts.length === 0) return 'Nobody is here or expected tonight.';
  const [last = '', ...before] = parts.toReversed();
  return `${before.length > 0 ? `${before.toReversed().join(', ')} and ` : ''}${last}.`;
}

/** What may not mix, as far as somebody may know; `mayKnow` is for those who may be told with whom. */
export function sayMixing(
  { guests, toAssess }: Pick<TonightFacts, 'guests' | 'toAssess'>,
  mayKnow: boolean,
): string[] {
  if (guests.length === 0) return ['Nobody else stays tonight, so there is nobody to be judged with.'];
  return [
    ...(toAssess > 0
      ? [
          `A young person nobody has assessed with ${toAssess === 1 ? 'the one who stays' : `the ${toAssess} who stay`} tonight needs a manager’s authority.`,
        ]
      : []),
    `The claim checks yours against everybody${mayKnow ? '' : ', and never says with whom'}.`,
  ];
}

/** Rooms out of use as a count, and the soonest any of them opens. */
export function sayClosedRooms({ closedRooms, on }: Pick<TonightFacts, 'closedRooms' | 'on'>): string {
  const [soonest] = closedRooms.map(({ until }) => until).sort();
  if (soonest === undefined) return '';
  const day = sayDay(soonest, on);
  return closedRooms.length === 1
    ? `1 room is closed until ${day}.`
    : `${closedRooms.length} rooms are closed, the first until ${day}.`;
}

/** @param arrivalsFrom the usual time, `HH:MM`. */
export function sayNextArrival(
  { nextArrivals, on }: Pick<TonightFacts, 'nextArrivals' | 'on'>,
  arrivalsFrom: string,
  now: Date,
): string {
  const day = nextArrivals[0]?.nights.from;
  if (day === undefined) return `Nobody is expected in the next ${NIGHTS_AHEAD} nights.`;
  const isOne = nextArrivals.length === 1;
  const from = londonInstant(day, arrivalsFrom);
  const who = youngPeople(nextArrivals.length);
  const when = `${sayDay(day, on)}, from ${sayTime(from)}`;
  return from <= now
    ? `${who}, due on ${when}: not here yet.`
    : `${who} ${isOne ? 'is' : 'are'} expected on ${when}.`;
}

const THEN: Readonly<Partial<Record<FindingCode, string>>> = {
  'unit-closed': 'the unit is closed',
  'room-closed': 'the room is closed',
  'solo-in-place': 'somebody needs the unit to themselves',
  'registered-places': 'every registered place is taken',
  'kept-for-planned': 'it is kept for planned breaks',
};

function howLong({ until, then }: FreeBed, on: CalendarDate): string {
  const more = daysBetween(on, until) - 1;
  const nights = more === 1 ? '1 more night' : `${more} more nights`;
  if (then === null) return `Free tonight and for at least ${nights}.`;
  const end = `from ${sayDay(until, on)} ${THEN[then] ?? 'somebody is expected'}`;
  return more === 0 ? `Free tonight only: ${end}.` : `Free tonight and ${nights}: ${end}.`;
}

/** Only planned stays that have not arrived can make way (domain.md §4). */
function makingWay({ guests, settings }: TonightFacts): string {
  const canMove = guests.some(({ stay }) => stay.kind === 'planned' && stay.status !== 'in-residence');
  if (settings.displacement === 'never') return 'No planned stay may make way: look for a bed elsewhere.';
  if (!canMove) return 'No stay can make way: everybody is here already. Look for a bed elsewhere.';
  return settings.displacement === 'freely'
    ? 'A planned stay that has not arrived may make way.'
    : 'A planned stay that has not arrived may make way, with a manager’s authority.';
}

function youngPeople(count: number): string {
  return count === 1 ? '1 young person' : `${count} young people`;
}

function sayDay(day: CalendarDate, on: CalendarDate): string {
  return sayDays(day, day, on);
}
