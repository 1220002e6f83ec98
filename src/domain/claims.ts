import { addDays, earlierOf, laterOf, type CalendarDate } from './calendar-date';
import type { LedgerLodging, LedgerStay } from './ledger';
import { sharedNights, shareANight, type Nights } from './nights';

/** A stay's call on one room for some nights. */
export interface Claim {
  readonly stay: LedgerStay;
  readonly class: 'occupied' | 'booked' | 'held';
  readonly overdue: boolean;
  readonly roomId: string;
  readonly nights: Nights;
  readonly solo: boolean;
}

/**
 * Every claim on a period, strongest first, so that each bed-night goes to the first that asks: whoever is
 * there, then whoever is expected, then whoever is held a bed; of equals, the last due to leave.
 */
export function claimsOf(stays: readonly LedgerStay[], period: Nights, today: CalendarDate): Claim[] {
  const tomorrow = addDays(today, 1);
  const claims = stays
    .filter(({ nights }) => nights.from < nights.to && nights.from < period.to)
    .flatMap((stay) => [...lodged(stay, today, tomorrow), ...overdue(stay, today, tomorrow)])
    .filter(({ nights }) => shareANight(nights, period));
  return claims.sort((a, b) => strength(a) - strength(b) || byLatest(a, b));
}

function lodged(stay: LedgerStay, today: CalendarDate, tomorrow: CalendarDate): Claim[] {
  return standing(stay, today, tomorrow).flatMap(([kind, span]) =>
    stay.lodgings.flatMap(({ roomId, solo, nights }) => {
      const shared = sharedNights(nights, span);
      return shared ? [{ stay, class: kind, overdue: false, roomId, nights: shared, solo }] : [];
    }),
  );
}

/** What a stay's nights are, by what has been recorded of it. */
function standing(
  { status, nights }: LedgerStay,
  today: CalendarDate,
  tomorrow: CalendarDate,
): [Claim['class'], Nights][] {
  if (status === 'completed') return [['occupied', until(nights, today)]];
  if (status === 'confirmed') return [['booked', since(nights, today)]];
  if (status === 'held') return [['held', since(nights, today)]];
  if (status !== 'in-residence') return [];
  return [
    ['occupied', until(nights, tomorrow)],
    ['booked', since(nights, tomorrow)],
  ];
}

/** A young person overdue to leave still occupies the last room they had (domain.md §5). */
function overdue(stay: LedgerStay, today: CalendarDate, tomorrow: CalendarDate): Claim[] {
  if (stay.status !== 'in-residence' || stay.nights.to >= today) return [];
  const last = lastLodging(stay);
  if (last === undefined) return [];
  const nights = { from: stay.nights.to, to: tomorrow };
  return [{ stay, class: 'occupied', overdue: true, roomId: last.roomId, nights, solo: last.solo }];
}

function lastLodging({ lodgings }: LedgerStay): LedgerLodging | undefined {
  return lodgings
    .filter(({ nights }) => nights.from < nights.to)
    .reduce<LedgerLodging | undefined>(
      (last, next) => (last && last.nights.to >= next.nights.to ? last : next),
      undefined,
    );
}

function strength(claim: Claim): number {
  return ['occupied', 'booked', 'held'].indexOf(claim.class);
}

/** Whoever arrived to stay a night is due to leave after anyone already overdue by it. */
function byLatest(a: Claim, b: Claim): number {
  const [due, id] = [a.stay.nights.to, a.stay.id];
  if (due !== b.stay.nights.to) return due > b.stay.nights.to ? -1 : 1;
  if (id === b.stay.id) return 0;
  return id < b.stay.id ? -1 : 1;
}

function until(nights: Nights, to: CalendarDate): Nights {
  return { from: nights.from, to: earlierOf(nights.to, to) };
}

function since(nights: Nights, from: CalendarDate): Nights {
  return { from: laterOf(nights.from, from), to: nights.to };
}
