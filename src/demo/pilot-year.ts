import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Importer } from '../imports/importer.service';
import type { Person } from '../platform/actor';
import { Units } from '../units/units.service';

export const PILOT_UNIT = 'Pilot unit 2015–16';

const FILE = 'pilot-year-stays.csv';

/** Copied beside the compiled code by the build; where it comes from is said in `data/README.md`. */
const DATA = join(__dirname, 'data');

const MONTHS = 12;

interface Published {
  readonly unit: { readonly commissionedNightsPerYear: number; readonly annualCostGBP: number };
  readonly blockContract: {
    readonly savingAtFullOccupancyPerMonthComparedWithSpotPurchaseGBP: number;
  };
}

/** The pilot's year as a unit in history, through the same import as any file. */
export async function openPilotUnit(app: NestExpressApplication, by: Person): Promise<void> {
  const units = app.get(Units, { strict: false });
  const rooms = [1, 2, 3, 4].map((number) => ({ number, name: `Room ${number}` }));
  const { unit } = await units.open(
    { name: PILOT_UNIT, places: 4, ageRange: { from: 8, to: 17 }, rooms },
    by,
  );
  const terms = termsOf(JSON.parse(await readFile(join(DATA, 'pilot-year.json'), 'utf8')) as Published);
  await units.addContract(unit.id, { startsOn: '2015-07-01', endsOn: '2016-07-01', ...terms }, by);
  const bytes = await readFile(join(DATA, FILE));
  const nothing = (): void => undefined;
  await app
    .get(Importer, { strict: false })
    .import({ unitId: unit.id, fileName: FILE, bytes }, by, nothing, () => Promise.resolve());
}

/** The spot price follows from the published saving: what the same nights would have cost one by one. */
function termsOf({ unit, blockContract }: Published) {
  const { commissionedNightsPerYear: nightsPerYear, annualCostGBP } = unit;
  const saved = MONTHS * blockContract.savingAtFullOccupancyPerMonthComparedWithSpotPurchaseGBP;
  const spotPricePencePerNight = Math.round(((annualCostGBP + saved) * 100) / nightsPerYear);
  return { nightsPerYear, costPencePerYear: annualCostGBP * 100, spotPricePencePerNight };
}
