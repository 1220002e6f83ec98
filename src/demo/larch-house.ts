import type { NestExpressApplication } from '@nestjs/platform-express';
import { addYears, type CalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { Units } from '../units/units.service';
import type { UnitRecords } from '../units/units.service';
import { decideRingFence } from './ring-fence';

export const LARCH_HOUSE = 'Larch House';

const ROOMS = [
  { number: 1, name: 'Harbour', features: ['ground floor', 'en suite', 'wheelchair access'] },
  { number: 2, name: 'Meadow', features: ['garden view', 'quiet end'] },
  { number: 3, name: 'Observatory', features: ['star lights', 'en suite'] },
  { number: 4, name: 'Workshop', features: ['near staff room', 'desk and easel'] },
];

/** Pence a year; up a little each year, as contracts go. */
const COSTS = [67_275_000, 69_293_000, 71_372_000] as const;
const SPOT_PRICES = [48_385, 49_900, 51_400] as const;

/** A unit of today: four rooms, a ring-fence with its history, and a contract for the last, this and the next financial year. */
export async function openLarchHouse(
  app: NestExpressApplication,
  today: CalendarDate,
  by: Person,
): Promise<UnitRecords> {
  const units = app.get(Units, { strict: false });
  const { unit } = await units.open(
    { name: LARCH_HOUSE, places: 4, ageRange: { from: 8, to: 17 }, rooms: ROOMS },
    by,
  );
  const lastYear = addYears(financialYear(today), -1);
  for (const [index, costPencePerYear] of COSTS.entries()) {
    const startsOn = addYears(lastYear, index);
    const spotPricePencePerNight = SPOT_PRICES[index] ?? SPOT_PRICES[0];
    const dates = { startsOn, endsOn: addYears(startsOn, 1) };
    await units.addContract(
      unit.id,
      { ...dates, nightsPerYear: 1440, costPencePerYear, spotPricePencePerNight },
      by,
    );
  }
  await decideRingFence(app, unit.id, today);
  return units.one(unit.id);
}

/** The 1 April it began on. */
function financialYear(today: CalendarDate): CalendarDate {
  const april = `${today.slice(0, 4)}-04-01`;
  return today < april ? addYears(april, -1) : april;
}
