import { sayRingFence } from '../domain/ring-fence-words';
import { sayNightCount } from '../domain/say-numbers';
import type { UnitSettingsRecord } from './unit-settings.entity';

export interface UnitFact {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
  readonly lines?: readonly string[];
}

/** The settings in force, as facts. */
export function unitFacts(inForce: UnitSettingsRecord): UnitFact[] {
  const { places, ageFrom, ageTo, arrivalsFrom, departuresBy, nightRollsAt } = inForce;
  return [
    { key: 'Registered places', text: String(places) },
    {
      key: 'Day visits',
      text: inForce.visitPlaces === 1 ? '1 at a time' : `${inForce.visitPlaces} at a time`,
    },
    { key: 'Ages', text: `${ageFrom} to ${ageTo}`, lines: [`Until the day before they turn ${ageTo + 1}.`] },
    {
      key: 'Arrivals',
      text: `From ${arrivalsFrom}`,
      lines: [`Before ${nightRollsAt} counts for the night before.`],
    },
    { key: 'Departures', text: `By ${departuresBy}` },
    { key: 'Assessments', text: `Reviewed after ${inForce.assessmentReviewDays} days` },
    { key: 'Holds', text: `Run out after ${inForce.holdHours} hours` },
    { key: 'Late to cancel', text: `Fewer than ${inForce.lateCancellationDays} days before` },
    { key: 'One stay', text: `Up to ${inForce.seriesNights} nights without authority` },
    {
      key: 'Any 12 months',
      text: `Up to ${inForce.yearNights} nights without authority`,
      lines: [`Said from ${inForce.yearNightsToldFrom} nights on.`],
    },
    ...emergencyFacts(inForce),
  ];
}

function emergencyFacts(inForce: UnitSettingsRecord): UnitFact[] {
  const { unitId, overstayHours, overstayNights, overstayFurtherNights } = inForce;
  const [text = '', ...lines] = sayRingFence(inForce);
  return [
    { key: 'Ring-fence', text, href: `/units/${unitId}/ring-fence`, lines: lines.map((line) => `${line}.`) },
    { key: 'Emergencies', text: `End at ${inForce.emergencyEndsAt} the next working day` },
    {
      key: 'Handover',
      text: `By ${inForce.handoverBy}`,
      lines: [`Shown to all staff from ${inForce.handoverAlarmAt} when not acknowledged.`],
    },
    {
      key: 'Overstays',
      text: `Looked at after ${overstayHours} hours`,
      lines: [
        `Service manager told after ${sayNightCount(overstayNights)}, responsible individual after ${overstayFurtherNights}.`,
      ],
    },
  ];
}
