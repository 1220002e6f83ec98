import type { EmergencyFigures } from '../domain/emergency-figures';
import { formatPounds } from '../domain/money';
import type { Priced } from '../domain/planned-nights-lost';
import { sayCount } from '../domain/say-numbers';
import type { LostRow } from './lost-nights.view';

/** As a table beside that of beds nobody slept in, of the same shape. */
export function emergencyRows(figures: EmergencyFigures): LostRow[] {
  const { emergencies, overstays, displacedStays, plannedNightsLost: lost } = figures;
  const parts = [
    part('Used by an emergency', lost.usedByEmergency),
    part('Used by another planned stay', lost.usedAgain),
    part('Displaced by an emergency and not used again', lost.displacedUnused),
    part('Empty for another reason', lost.emptyOtherwise),
    part('Kept empty for a solo stay', lost.soloBlocked),
    part('Closed', lost.closed),
    part('Booked or held, and still to come', lost.stillToCome),
  ];
  return [
    whole(`Emergencies: ${stays(emergencies.begun)} begun`, emergencies),
    part(`Of these, past their end: ${stays(overstays.stays)}`, overstays),
    whole(`Planned stays displaced: ${stays(displacedStays.stays)}`, displacedStays),
    { ...whole('Planned bed-nights lost in the period', { ...lost, costPence: null }), cost: undefined },
    ...parts.filter(({ nights }) => nights !== '0'),
  ];
}

function whole(name: string, { nights, costPence }: Priced): LostRow {
  const cost = costPence === null ? 'none' : formatPounds(costPence);
  return { name, nights: sayCount(nights), cost, isPart: false };
}

function part(name: string, priced: Priced): LostRow {
  return { ...whole(name, priced), isPart: true };
}

function stays(count: number): string {
  return `${sayCount(count)} ${count === 1 ? 'stay' : 'stays'}`;
}
