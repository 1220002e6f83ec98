import { sayDate } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import { Misshapen } from '../platform/problem';
import type { NewSettingsDto } from './unit.dto';
import type { SettingsSet } from './unit-settings.entity';

/** Settings that contradict each other, at once or on a later date. @throws Misshapen at what was asked for. */
export function refuseImpossible(set: SettingsSet, asked: NewSettingsDto): void {
  const when = set.fromOn === asked.from ? '' : `From ${sayDate(set.fromOn)}, with what is on file then: `;
  const refuse = (pointer: string, detail: string): never => {
    throw Misshapen.at(pointer, `${when}${detail}`);
  };
  const { places, keptForPlanned, keptForEmergency } = set;
  if (set.ageTo < set.ageFrom) refuse('/ageRange/to', 'The upper age must not be below the lower.');
  if (keptForPlanned + keptForEmergency > places)
    refuse(
      pointerToKept(set, asked),
      `The unit has ${sayPlaces(places)}, so the beds kept for planned breaks and for emergencies can be ` +
        `${sayCount(places)} together, not ${sayCount(keptForPlanned + keptForEmergency)}.`,
    );
  if (set.overstayFurtherNights <= set.overstayNights)
    refuse(
      asked.overstayFurtherNights === undefined ? '/overstayNights' : '/overstayFurtherNights',
      'The responsible individual is told after more nights than the service manager.',
    );
  if (set.handoverAlarmAt <= set.handoverBy)
    refuse(
      asked.handoverAlarmAt === undefined ? '/handoverBy' : '/handoverAlarmAt',
      'All staff are shown a handover that is not acknowledged only after it is due.',
    );
}

function pointerToKept({ places, keptForPlanned }: SettingsSet, { ringFence }: NewSettingsDto): string {
  if (!ringFence) return '/places';
  const isPlannedTooMany = keptForPlanned > places || ringFence.keptForEmergency === undefined;
  return `/ringFence/${isPlannedTooMany ? 'keptForPlanned' : 'keptForEmergency'}`;
}

function sayPlaces(places: number): string {
  return places === 1 ? '1 registered place' : `${sayCount(places)} registered places`;
}
