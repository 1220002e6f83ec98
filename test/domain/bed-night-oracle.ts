import type { BedNight } from '../../src/domain/bed-nights';
import type { Ledger, LedgerStay } from '../../src/domain/ledger';

/**
 * The classes again, by asking every stay about every room on every night; slow, and sharing nothing with
 * the code it checks but types.
 */
export function naiveBedNights(ledger: Ledger, from: string, to: string): BedNight[] {
  const rooms = ledger.rooms.map((): BedNight[] => []);
  for (let on = from; on < to; on = dayAfter(on)) {
    oneNight(ledger, on).forEach((bed, index) => bed && rooms[index]?.push(bed));
  }
  return rooms.flat();
}

function oneNight(ledger: Ledger, on: string): (BedNight | null)[] {
  const open = ledger.rooms.map((room) => room.openFrom === null || room.openFrom <= on);
  const stays = ledger.rooms.map(({ id }, index) => (open[index] ? whoIsIn(ledger, id, on) : undefined));
  const occupiers = stays.filter((stay) => stay !== undefined && use(stay, ledger.today, on) === 'occupied');
  const solo = ledger.rooms.findIndex(({ id }, index) => {
    const stay = stays[index];
    return stay !== undefined && lodgingOn(stay, ledger.today, on, id)?.solo === true;
  });
  const beds = ledger.rooms.map(({ id: roomId }, index): BedNight | null => {
    const stay = stays[index];
    if (!open[index]) return null;
    if (stay !== undefined) return inBed(stay, roomId, ledger.today, on, occupiers);
    const closures = ledger.closures.filter(
      (closure) =>
        (closure.roomId ?? roomId) === roomId && closure.nights.from <= on && on < closure.nights.to,
    );
    const [closure] = closures.sort((a, b) => order(a.nights.from, b.nights.from) || order(a.id, b.id));
    if (closure) return { roomId, on, class: 'closed', closureKind: closure.kind };
    const soloStay = stays[solo];
    if (soloStay) return { roomId, on, class: 'solo-blocked', soloStayId: soloStay.id };
    const lost = ['arrival-not-recorded', 'not-arrived', 'displaced', 'cancelled-late'] as const;
    for (const loss of lost) {
      const [stayLost] = ledger.stays
        .filter((one) => lostOn(one, ledger.today, on) === loss)
        .filter((one) =>
          one.lodgings.some((l) => l.roomId === roomId && l.nights.from <= on && on < l.nights.to),
        )
        .sort((a, b) => order(a.id, b.id));
      if (stayLost) return lostBed(roomId, on, loss, stayLost);
    }
    return { roomId, on, class: 'void', lost: 'never-asked-for', lostBy: null, lostStayId: null };
  });
  const roomless = (loss: string): LedgerStay[] =>
    ledger.stays
      .filter((one) => one.lodgings.length === 0 && lostOn(one, ledger.today, on) === loss)
      .sort((a, b) => order(a.id, b.id));
  for (const loss of ['arrival-not-recorded', 'not-arrived', 'displaced', 'cancelled-late'] as const) {
    for (const stay of roomless(loss)) {
      const index = beds.findIndex((bed) => bed?.class === 'void' && bed.lost === 'never-asked-for');
      const bed = beds[index];
      if (bed) beds[index] = lostBed(bed.roomId, on, loss, stay);
    }
  }
  return beds;
}

function inBed(
  stay: LedgerStay,
  roomId: string,
  today: string,
  on: string,
  occupiers: readonly (LedgerStay | undefined)[],
): BedNight {
  const bed = { roomId, on, stayId: stay.id, status: stay.status, kind: stay.kind };
  const as = use(stay, today, on);
  if (as === 'booked' || as === 'held') return { ...bed, class: as };
  const family = occupiers.filter((other) => other?.familyId === stay.familyId);
  const sibling = new Set(family.map((other) => other?.youngPersonId)).size > 1;
  return { ...bed, class: 'occupied', sibling, overdue: on >= stay.nights.to };
}

function whoIsIn(ledger: Ledger, roomId: string, on: string): LedgerStay | undefined {
  const asking = ledger.stays.filter((stay) => lodgingOn(stay, ledger.today, on, roomId) !== undefined);
  const rank = (stay: LedgerStay): number => {
    const as = use(stay, ledger.today, on);
    if (as === 'occupied') return on < stay.nights.to ? 0 : 1;
    return as === 'booked' ? 2 : 3;
  };
  return asking.sort((a, b) => rank(a) - rank(b) || order(b.nights.to, a.nights.to) || order(a.id, b.id))[0];
}

function lodgingOn(
  stay: LedgerStay,
  today: string,
  on: string,
  roomId: string,
): LedgerStay['lodgings'][number] | undefined {
  if (use(stay, today, on) === null) return undefined;
  if (on < stay.nights.to) {
    return stay.lodgings.find((l) => l.roomId === roomId && l.nights.from <= on && on < l.nights.to);
  }
  const [last] = stay.lodgings
    .filter(({ nights }) => nights.from < nights.to)
    .sort((a, b) => order(b.nights.to, a.nights.to));
  return last?.roomId === roomId ? last : undefined;
}

function use(stay: LedgerStay, today: string, on: string): 'occupied' | 'booked' | 'held' | null {
  const { from, to } = stay.nights;
  const within = from <= on && on < to;
  switch (stay.status) {
    case 'completed':
      return within && on < today ? 'occupied' : null;
    case 'in-residence':
      if (within) return on <= today ? 'occupied' : 'booked';
      return from < to && to < today && to <= on && on <= today ? 'occupied' : null;
    case 'confirmed':
      return within && on >= today ? 'booked' : null;
    case 'held':
      return within && on >= today ? 'held' : null;
    default:
      return null;
  }
}

function lostOn(stay: LedgerStay, today: string, on: string): string | null {
  const { from, to } = stay.nights;
  if (on < from || on >= to) return null;
  if (stay.status === 'confirmed') return on < today ? 'arrival-not-recorded' : null;
  if (stay.status === 'displaced' || stay.status === 'not-arrived') return stay.status;
  if (stay.status !== 'cancelled' || stay.endedOn === null) return null;
  let notice = stay.endedOn;
  for (let days = 0; days < 7; days += 1) notice = dayAfter(notice);
  return notice > from ? 'cancelled-late' : null;
}

function lostBed(
  roomId: string,
  on: string,
  lost: 'arrival-not-recorded' | 'not-arrived' | 'displaced' | 'cancelled-late',
  stay: LedgerStay,
): BedNight {
  return { roomId, on, class: 'void', lost, lostBy: stay.endedBy, lostStayId: stay.id };
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
