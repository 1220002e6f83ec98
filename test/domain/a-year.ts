import type { BedNight } from '../../src/domain/bed-nights';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { addDays } from '../../src/domain/calendar-date';
import type { Contract } from '../../src/domain/prorate';
import { aLedger, aStay } from './a-ledger';

/** The pilot's contract and its published sums: 1,440 nights bought for £672,750, of which 756 were used. */
export const pilotYear = { from: '2015-07-01', to: '2016-07-01' };

export const pilotContract: Contract = {
  startsOn: '2015-07-01',
  endsOn: '2016-07-01',
  nightsPerYear: 1440,
  costPencePerYear: 67_275_000,
  spotPricePencePerNight: 70_000,
};

/** Four rooms for that year, the first so many nights of it used: room 1 to its end, then room 2, and so on. */
export function aYearUsed(nights: number): BedNight[] {
  const stays = Array.from({ length: nights }, (_, index) => {
    const from = addDays('2015-07-01', index % 366);
    const room = String(Math.floor(index / 366) + 1);
    return aStay(from, addDays(from, 1), { status: 'completed', room });
  });
  return classifyBedNights(aLedger({ stays }), pilotYear);
}
