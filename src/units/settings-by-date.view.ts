import { sayRingFenceLine } from '../domain/ring-fence-words';
import { sayDate } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';
import { SINCE_ALWAYS, type UnitSettingsRecord } from './unit-settings.entity';

export interface SettingsEntry {
  readonly from: string;
  readonly isInForce: boolean;
  readonly said: string;
}

/** What each date changed, the latest first; a record that changed nothing is left out. @param settings oldest first. */
export function settingsByDate(
  settings: readonly UnitSettingsRecord[],
  inForce: UnitSettingsRecord,
): SettingsEntry[] {
  return settings
    .map((record, index) => entry(record, settings[index - 1], inForce))
    .filter(({ said }) => said !== '')
    .reverse();
}

const SAID: Readonly<Record<string, (record: UnitSettingsRecord) => string>> = {
  places: ({ places }) => `${places} registered places`,
  ages: ({ ageFrom, ageTo }) => `ages ${ageFrom} to ${ageTo}`,
  arrivals: ({ arrivalsFrom }) => `arrivals from ${arrivalsFrom}`,
  departures: ({ departuresBy }) => `departures by ${departuresBy}`,
  rolls: ({ nightRollsAt }) => `arrivals before ${nightRollsAt} count for the night before`,
  review: ({ assessmentReviewDays }) => `assessments reviewed after ${assessmentReviewDays} days`,
  holds: ({ holdHours }) => `holds run out after ${holdHours} hours`,
  late: ({ lateCancellationDays }) => `late to cancel under ${lateCancellationDays} days before`,
  visits: ({ visitPlaces }) => `${visitPlaces} day visits at a time`,
  series: ({ seriesNights }) => `one stay up to ${seriesNights} nights without authority`,
  year: ({ yearNights }) => `up to ${yearNights} nights in any 12 months without authority`,
  told: ({ yearNightsToldFrom }) => `said from ${yearNightsToldFrom} nights on`,
  ringFence: (record) => `ring-fence: ${sayRingFenceLine(record)}`,
  emergencies: ({ emergencyEndsAt }) => `emergencies end at ${emergencyEndsAt} the next working day`,
  handover: ({ handoverBy }) => `handover by ${handoverBy}`,
  alarm: ({ handoverAlarmAt }) => `shown to all staff from ${handoverAlarmAt} when not acknowledged`,
  overstays: ({ overstayHours }) => `overstays looked at after ${overstayHours} hours`,
  serviceManager: ({ overstayNights }) => `service manager told after ${sayNightCount(overstayNights)}`,
  responsible: ({ overstayFurtherNights }) =>
    `responsible individual told after ${sayNightCount(overstayFurtherNights)}`,
};

/** What it changed; the first says everything. */
function entry(
  record: UnitSettingsRecord,
  before: UnitSettingsRecord | undefined,
  inForce: UnitSettingsRecord,
): SettingsEntry {
  return {
    from: record.fromOn === SINCE_ALWAYS ? 'From the start' : `From ${sayDate(record.fromOn)}`,
    isInForce: record.id === inForce.id,
    said: sentence(
      Object.values(SAID).flatMap((say) => (before && say(before) === say(record) ? [] : [say(record)])),
    ),
  };
}

function sentence(parts: readonly string[]): string {
  const said = parts.join(', ');
  return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
