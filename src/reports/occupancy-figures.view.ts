import type { Cost } from '../domain/cost';
import { formatPounds } from '../domain/money';
import type { Occupancy } from '../domain/occupancy';
import { sayCount, sayNightCount, sayShare } from '../domain/say-numbers';

/** A number, what it is, and how it was made. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly how: string;
}

export function nightFigures(total: Occupancy): Figure[] {
  const { occupied, booked, held, closed, soloBlocked } = total.classes;
  const usable = total.physicalNights - closed - soloBlocked;
  const ahead = booked + held > 0 ? `. Still to come: ${sayNightCount(booked + held)} booked or held` : '';
  return [
    {
      value: total.occupancy === null ? 'None to give' : sayShare(total.occupancy),
      label: 'Occupancy',
      how:
        total.occupancy === null
          ? `${sayNightCount(occupied)} occupied; none were commissioned`
          : `${sayNightCount(occupied)} occupied ÷ ${sayCount(total.commissionedNights)} commissioned = ${sayShare(total.occupancy)}${ahead}`,
    },
    {
      value: total.effectiveOccupancy === null ? 'None to give' : sayShare(total.effectiveOccupancy),
      label: 'Occupancy of the beds that could be used',
      how: `${sayCount(occupied)} ÷ (${sayCount(total.physicalNights)} bed-nights there were − ${sayCount(closed)} closed − ${sayCount(soloBlocked)} kept empty for solo stays = ${sayCount(usable)})`,
    },
  ];
}

export function costFigures(cost: Cost): Figure[] {
  const whole = formatPounds(cost.costPence);
  const { costPerNightPence, costPerNightAtCapacityPence, spotPricePence } = cost;
  return [
    costPerNightPence === null
      ? { value: 'No cost per night', label: 'What a night used cost', how: whyNone(cost) }
      : {
          value: formatPounds(costPerNightPence),
          label: 'What a night used cost',
          how: `${whole} ÷ ${sayNightCount(cost.occupiedNights)} occupied`,
        },
    costPerNightAtCapacityPence === null
      ? {
          value: 'No cost per night',
          label: 'What a night in a full unit would cost',
          how: 'No contract covers this period',
        }
      : {
          value: formatPounds(costPerNightAtCapacityPence),
          label: 'What a night in a full unit would cost',
          how: `${whole} ÷ ${sayNightCount(cost.commissionedNights)} commissioned`,
        },
    spotPricePence === null
      ? { value: 'Not known', label: 'Spot price of a bed elsewhere', how: 'The contract does not say' }
      : { value: formatPounds(spotPricePence), label: 'Spot price of a bed elsewhere', how: breakEven(cost) },
    {
      value: sayNightCount(cost.unusedNights),
      label: 'Commissioned and not used',
      how: unused(cost),
    },
  ];
}

function whyNone({ costPence }: Cost): string {
  return costPence === 0
    ? 'No contract covers this period'
    : `${formatPounds(costPence)}, and no night was used`;
}

function breakEven({ breakEvenOccupancy, costPerNightPence, spotPricePence }: Cost): string {
  if (breakEvenOccupancy === null) return 'From the contract';
  const now =
    costPerNightPence === null || spotPricePence === null
      ? ''
      : difference(costPerNightPence - spotPricePence);
  return `A night here costs the same at ${sayShare(breakEvenOccupancy)} occupancy${now}`;
}

function difference(pence: number): string {
  if (pence === 0) return '';
  return `; now it costs ${formatPounds(Math.abs(pence))} ${pence > 0 ? 'more' : 'less'}`;
}

function unused({
  commissionedNights,
  occupiedNights,
  unusedNights,
  costPence,
  unusedCostPence,
}: Cost): string {
  if (unusedNights === 0) return 'Every night commissioned was used, or none was commissioned';
  const gap = `${sayCount(commissionedNights)} commissioned − ${sayCount(occupiedNights)} occupied`;
  return `${gap}. They carry ${formatPounds(unusedCostPence)} of the ${formatPounds(costPence)}`;
}
