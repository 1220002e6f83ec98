import type { CalendarDate } from '../calendar-date';
import type { DiaryStay } from '../diary';
import type { Protection } from '../findings';
import { includesNight } from '../nights';
import { found, nightsWhen, type Rule } from './rule';

/**
 * Whoever lost a bed before, or arrives today, loses it only with authority; on the nights the emergency takes from
 * them, or on all when only the others of their group lose a night to it.
 */
export const protectedStays: Rule = (asked, diary, kind) => {
  if (kind === 'planned') return [];
  const stays = diary.displaced.flatMap((stay) => {
    const because = protectionOf(stay, diary.today);
    return because ? { stay, because } : [];
  });
  if (stays.length === 0) return [];
  return asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const taken = nights.filter(({ on }) => stays.some(({ stay }) => includesNight(stay.nights, on)));
    return found(
      nightsWhen(taken.length > 0 ? taken : nights, () => true),
      kind,
      {
        code: 'protected',
        youngPersonId,
        stays: stays.map(({ stay, because }) => ({ stayId: stay.id, because })),
      },
    );
  });
};

function protectionOf(stay: DiaryStay, today: CalendarDate): Protection | undefined {
  if (stay.displacedBefore) return 'displaced-before';
  return stay.nights.from === today ? 'arrives-today' : undefined;
}
