import type { BedNight } from '../../src/domain/bed-nights';
import type { EmergencyOnRecord } from '../../src/domain/emergency-records';
import type { Ledger } from '../../src/domain/ledger';
import { naiveBedNights } from './bed-night-oracle';

interface Naive {
  readonly emergency: number;
  readonly pastEnd: number;
  readonly usedByEmergency: number;
  readonly usedAgain: number;
  readonly displacedUnused: number;
  readonly lost: number;
  /** What so many nights used cost, and so many empty ones, in pence. */
  readonly used: (nights: number) => number | null;
  readonly empty: (nights: number) => number | null;
}

const COST = 67_275_000n;
const BOUGHT = 1440n;

/** The nights again, one by one, and their pence in whole numbers, for a contract that runs by the calendar year. */
export function naiveFigures(
  ledger: Ledger,
  emergencies: readonly EmergencyOnRecord[],
  { from, to }: { readonly from: string; readonly to: string },
  now: Date,
): Naive {
  const beds = naiveBedNights(ledger, from, to);
  const lost = beds.filter((bed) => wasLost(bed, ledger));
  const count = (some: readonly BedNight[], ...classes: string[]) =>
    some.filter((bed) => classes.includes(nameOf(bed))).length;
  const used = count(beds, 'planned', 'emergency');
  return {
    emergency: count(beds, 'emergency'),
    pastEnd: beds.filter((bed) => bed.class === 'occupied' && isPast(bed, emergencies, now)).length,
    usedByEmergency: count(lost, 'emergency'),
    usedAgain: count(lost, 'planned'),
    displacedUnused: count(beds, 'displaced'),
    lost: lost.length,
    ...pence(from, to, BigInt(used), BigInt(beds.length - used)),
  };
}

function nameOf(bed: BedNight): string {
  if (bed.class === 'occupied') return bed.kind;
  return bed.class === 'void' ? bed.lost : bed.class;
}

function wasLost(bed: BedNight, { stays }: Ledger): boolean {
  if (nameOf(bed) === 'displaced') return true;
  return stays.some(
    ({ status, nights, lodgings }) =>
      status === 'displaced' &&
      nights.from <= bed.on &&
      bed.on < nights.to &&
      lodgings.some(
        (one) => one.roomId === bed.roomId && one.nights.from <= bed.on && bed.on < one.nights.to,
      ),
  );
}

/** Whoever is there at half past ten or eleven, by the season, is there past their end. */
function isPast(
  bed: Extract<BedNight, { class: 'occupied' }>,
  emergencies: readonly EmergencyOnRecord[],
  now: Date,
): boolean {
  const stay = emergencies.find(({ stayId }) => stayId === bed.stayId);
  if (!stay?.endsAt || !stay.arrivedAt || stay.endsAt > now) return false;
  if (stay.departedAt && stay.departedAt <= stay.endsAt) return false;
  return new Date(`${bed.on}T22:30:00Z`) >= stay.endsAt;
}

function pence(from: string, to: string, used: bigint, empty: bigint): Pick<Naive, 'used' | 'empty'> {
  let shares = 0n;
  for (let on = new Date(`${from}T12:00Z`); on < new Date(`${to}T12:00Z`); on.setUTCDate(on.getUTCDate() + 1))
    shares += on.getUTCFullYear() % 4 === 0 ? 365n : 366n;
  const days = 365n * 366n;
  const unused = BOUGHT * shares > used * days ? BOUGHT * shares - used * days : 0n;
  return {
    used: (nights) => price(COST * shares * BigInt(nights), days * used, nights),
    empty: (nights) => price(COST * unused * BigInt(nights), BOUGHT * days * empty, nights),
  };
}

function price(over: bigint, under: bigint, nights: number): number | null {
  if (nights === 0) return 0;
  if (under === 0n) return null;
  const [whole, rest] = [over / under, over % under];
  const isUp = rest * 2n > under || (rest * 2n === under && whole % 2n === 1n);
  return Number(isUp ? whole + 1n : whole);
}
