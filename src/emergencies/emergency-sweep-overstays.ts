import { emergencyEndsAt, hoursAfter } from '../domain/emergency-deadlines';
import { rungsReached, sayRung } from '../domain/overstay-ladder';
import { inForceOn } from '../units/unit-settings.entity';
import type { WatchedStay } from './emergency-watch.reader';
import { nightArrived, toldOf, type Raised, type UnitNow } from './emergency-sweep-raised';

/** A child in the wrong place does not wait for a working day. */
const HOURS_TO_SETTLE = 24;

/** Every rung the stay has climbed, also those climbed while nobody looked (domain.md §4.5). */
export function overstaysOf(stay: WatchedStay, { unit, settings, now }: UnitNow): Raised[] {
  const { stayId, youngPersonId, arrivedAt } = stay;
  if (!arrivedAt) return [];
  const night = nightArrived(arrivedAt, settings);
  const inForce = inForceOn(settings, night);
  const endsAt = stay.endsAt ?? emergencyEndsAt(night, inForce.emergencyEndsAt);
  const rungs = rungsReached({ arrivedAt, night, endsAt, departedAt: null }, inForce, now);
  return rungs.map(({ name, reachedAt, owner }) => {
    const about = { unitId: unit.id, link: `/stays/${stayId}` };
    const key = `overstay:${name}:${stayId}`;
    const words = sayRung(name, inForce);
    return {
      task: {
        ...{ key, ...about, kind: 'overstay', youngPersonId, stayId, words, ownerRole: owner.role },
        dueAt: hoursAfter(reachedAt, HOURS_TO_SETTLE),
      },
      notice: {
        ...{ kind: 'emergency.overstayed', to: toldOf(owner.role), ...about, once: key },
        subject: `Overstay at ${unit.name}: for the ${owner.words.toLowerCase()}`,
        body: words,
      },
    };
  });
}
