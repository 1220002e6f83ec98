import type { Cost } from '../domain/cost';

/** Sums a published report gave for a unit's year, and how it rounded them. */
interface Published {
  readonly source: string;
  readonly costPence: number;
  readonly occupiedNights: number;
  readonly commissionedNights: number;
  readonly costPerNightPounds: number;
  readonly costPerNightAtCapacityPounds: number;
  readonly rounding: string;
}

const PUBLISHED: readonly Published[] = [
  {
    source: 'The published evaluation of the pilot',
    costPence: 67_275_000,
    occupiedNights: 756,
    commissionedNights: 1440,
    costPerNightPounds: 889,
    costPerNightAtCapacityPounds: 467,
    rounding: 'it cut the pence off',
  },
];

/** Where a published report had the same nights and cost but wrote other prices, a sentence that says why. */
export function publishedOtherwise(cost: Cost): string | undefined {
  const report = PUBLISHED.find(
    ({ costPence, occupiedNights, commissionedNights }) =>
      costPence === cost.costPence &&
      occupiedNights === cost.occupiedNights &&
      commissionedNights === cost.commissionedNights,
  );
  if (!report) return undefined;
  const { source, costPerNightPounds, costPerNightAtCapacityPounds, rounding } = report;
  return `${source} gives £${costPerNightPounds} and £${costPerNightAtCapacityPounds} a night for the same year: ${rounding}.`;
}
