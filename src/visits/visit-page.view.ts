import { sayTimes, VISIT_WORDS } from '../domain/day-visit';
import type { Finding } from '../domain/findings';
import { ENDED_BY } from '../domain/ledger';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { ENDED_BY_WORDS } from '../domain/stay-words';
import type { FieldError } from '../platform/problem';
import type { DayVisitRecord } from './day-visit.entity';
import { backToVisits } from './new-visit.view';
import { visitFindings, type Names } from './visit-finding.view';
import type { Where } from './visit-files.service';

const DONE: Readonly<Record<string, string>> = {
  booked: 'The visit is booked.',
  cancelled: 'The visit is cancelled.',
  attendance: 'Written down.',
};

export interface VisitFilling {
  readonly key: string;
  readonly by: string;
  readonly reason: string;
}

export function visitPageView(
  visit: DayVisitRecord,
  { unit, units }: Where,
  { conflicts, names, hasBegun }: { conflicts: readonly Finding[]; names: Names; hasBegun: boolean },
  form: VisitFilling,
  errors: readonly FieldError[],
  done: string,
) {
  const { id, youngPersonId, on, purpose, status, bookedAt, bookedByName } = visit;
  return {
    title: names.get(youngPersonId) ?? 'A young person',
    caption: 'Day visit',
    unit,
    units,
    notice: DONE[done],
    errors,
    back: backToVisits(unit.id),
    status: VISIT_WORDS[status],
    when: `${sayDate(on)}, ${sayTimes(visit)}`,
    action: `/day-visits/${id}`,
    facts: [
      { key: 'Young person', text: names.get(youngPersonId) ?? '', href: `/young-people/${youngPersonId}` },
      { key: 'What for', text: purpose },
      { key: 'Booked', text: `By ${bookedByName}, ${sayMoment(bookedAt)}` },
      ...settled(visit),
    ],
    conflicts: visitFindings(conflicts, names),
    mayAttend: status !== 'cancelled' && hasBegun,
    mayCancel: status === 'booked' && !hasBegun,
    form,
    endedBy: ENDED_BY.map((value) => ({ value, text: ENDED_BY_WORDS[value] })),
  };
}

function settled({ status, settledAt, settledByName, cancelledBy, cancelledReason }: DayVisitRecord) {
  if (!settledAt) return [];
  const byAndWhen = `By ${settledByName ?? ''}, ${sayMoment(settledAt)}`;
  if (status !== 'cancelled') return [{ key: 'Written down', text: byAndWhen }];
  const who = cancelledBy ? `${ENDED_BY_WORDS[cancelledBy]}: ${cancelledReason ?? ''}` : '';
  return [{ key: 'Cancelled', text: byAndWhen, lines: [who] }];
}
