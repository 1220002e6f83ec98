import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import { protectionWarning } from '../domain/protection-warnings';
import { sayMoment } from '../domain/say-moment';
import type { WatchedStay } from './emergency-watch.reader';
import { toldOf, type Raised, type UnitNow } from './emergency-sweep-raised';

const NO_OTHER_BASIS =
  'Police protection has ended and nobody has said what takes its place. See that there is another legal basis, or that the young person is back home.';

/** While nobody has said what takes its place: its end is told before, and goes one up when it has passed. */
export function protectionOf(stay: WatchedStay, { unit, now }: UnitNow): Raised[] {
  const { claimId, stayId, youngPersonId, policeProtectionFrom, isProtectionOpen } = stay;
  if (!claimId || !policeProtectionFrom || !isProtectionOpen) return [];
  const endsAt = policeProtectionEndsAt(policeProtectionFrom);
  const warning = protectionWarning(endsAt, now);
  if (!warning) return [];
  const key = `police-protection:${warning}:${claimId}`;
  const about = { unitId: unit.id, link: `/stays/${stayId}` };
  const notice = { ...about, once: key };
  if (warning !== 'ended')
    return [
      {
        notice: {
          ...{ ...notice, kind: 'police-protection.ending', to: toldOf('manager') },
          subject: `${unit.name}: police protection ends on ${sayMoment(endsAt)}`,
          body: `Police protection ends on ${sayMoment(endsAt)}. By then another legal basis must be in place, or the young person back home.`,
        },
      },
    ];
  return [
    {
      task: {
        ...{ key, ...about, kind: 'police-protection', youngPersonId, stayId, dueAt: endsAt },
        ...{ words: NO_OTHER_BASIS, ownerRole: 'service-manager' },
      },
      notice: {
        ...{ ...notice, kind: 'police-protection.ended' },
        to: [toldOf('manager'), toldOf('service-manager')].flat(),
        subject: `${unit.name}: police protection has ended`,
        body: NO_OTHER_BASIS,
      },
    },
  ];
}
