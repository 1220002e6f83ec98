import { laterOf } from '../domain/calendar-date';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { ClosureRecord } from './closure.entity';
import { closureLine, type ClosedUnit } from './closures-list.view';

interface Filling {
  readonly sent: SentForm;
  readonly errors: readonly FieldError[];
  readonly key: string;
}

export function closureEndingView(
  closure: ClosureRecord,
  { unit, rooms, tonight }: ClosedUnit,
  { sent, errors, key }: Filling,
) {
  const { what, nights, kind, reason } = closureLine(closure, rooms, tonight, true);
  return {
    title: 'End a closure early',
    unit,
    errors,
    back: { text: 'Back to closures', href: `/closures?unit=${unit.id}` },
    action: `/closures/${closure.id}/ending`,
    facts: [
      { key: 'Closed', text: what },
      { key: 'Nights', text: nights },
      { key: 'Kind', text: kind },
      { key: 'Why', text: reason },
    ],
    form: {
      key,
      on: 'on' in sent ? typed(sent, 'on') : laterOf(closure.fromOn, tonight),
      reason: typed(sent, 'reason'),
    },
  };
}
