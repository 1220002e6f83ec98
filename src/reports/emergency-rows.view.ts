import type { EmergencyFigures } from '../domain/emergency-figures';
import { formatPounds } from '../domain/money';
import type { Priced } from '../domain/planned-nights-lost';
import { sayCount } from '../domain/say-numbers';

interface EmergencyRow {
  readonly name: string;
  readonly stays: string | undefined;
  readonly nights: string;
  readonly cost: string | undefined;
  /** One of the sorts the row above is made of. */
  readonly isPart: boolean;
}

export function emergencyRows(figures: EmergencyFigures): EmergencyRow[] {
  const { emergencies, overstays, displacedStays, plannedNightsLost: lost } = figures;
  const parts = [
    part('Used by an emergency', lost.usedByEmergency),
    part('Displaced and not used again', lost.displacedUnused),
    part('Empty for another reason', lost.emptyOtherwise),
    part('Kept empty for a solo stay', lost.soloBlocked),
    part('Closed', lost.closed),
    part('Used by another planned stay', lost.usedAgain),
    part('Booked or held, and still to come', lost.stillToCome),
  ];
  return [
    whole('Emergencies', emergencies, emergencies.begun),
    { ...whole('Of these, past their end', overstays, overstays.stays), isPart: true },
    whole('Planned stays displaced', displacedStays, displacedStays.stays),
    {
      ...whole('Planned bed-nights lost in the period', { nights: lost.nights, costPence: null }),
      cost: undefined,
    },
    ...parts.filter(({ nights }) => nights !== '0'),
  ];
}

function whole(name: string, { nights, costPence }: Priced, stays?: number): EmergencyRow {
  const cost = costPence === null ? 'none' : formatPounds(costPence);
  return {
    name,
    stays: stays === undefined ? undefined : sayCount(stays),
    nights: sayCount(nights),
    cost,
    isPart: false,
  };
}

function part(name: string, priced: Priced): EmergencyRow {
  return { ...whole(name, priced), isPart: true };
}
