import { emergencyEndsAt } from '../domain/emergency-deadlines';
import { inForceOn } from '../units/unit-settings.entity';
import type { WatchedStay } from './emergency-watch.reader';
import { toldOf, type Raised, type UnitNow } from './emergency-sweep-raised';

const WORDS =
  'The emergency is past its end and nobody has recorded whether the young person came. Record when they arrived, or that they did not.';

export function arrivalKey(stayId: string): string {
  return `arrival-not-recorded:${stayId}`;
}

/** Nobody overstays before arriving: an arrival that is never recorded must not hide a stay that goes on. */
export function arrivalsMissing(stay: WatchedStay, { unit, settings, now }: UnitNow): Raised[] {
  const { stayId, youngPersonId, arrivesOn, arrivedAt } = stay;
  if (arrivedAt) return [];
  const endsAt = stay.endsAt ?? emergencyEndsAt(arrivesOn, inForceOn(settings, arrivesOn).emergencyEndsAt);
  if (endsAt > now) return [];
  const key = arrivalKey(stayId);
  const about = { unitId: unit.id, link: `/stays/${stayId}` };
  return [
    {
      task: {
        ...{ key, ...about, kind: 'emergency-end', youngPersonId, stayId, words: WORDS, ownerRole: 'staff' },
        dueAt: endsAt,
      },
      notice: {
        ...{ kind: 'emergency.not-recorded', to: toldOf('staff'), ...about, once: key },
        subject: `${unit.name}: did somebody come in an emergency?`,
        body: WORDS,
      },
    },
  ];
}
