import type { DateOffer } from '../domain/date-search';
import { URGENCY_WORDS } from '../domain/request-words';
import { sayAsk, sayTogether } from '../domain/say-ask';
import { sayDate } from '../domain/say-dates';
import type { FieldError } from '../platform/problem';
import type { AskForm } from './ask-form';
import { datesView } from './asked-dates.view';
import type { NewRequestDto } from './request.dto';

interface Asked {
  readonly form: AskForm;
  readonly asked: NewRequestDto;
  readonly offers: readonly DateOffer[];
  readonly names: ReadonlyMap<string, string>;
  readonly unitName: string | undefined;
  readonly today: string;
  /** The arrival whose assessments have just been asked for. */
  readonly assessed: string | undefined;
}

/** Which dates work, and a check of the answers before they are sent. */
export function askDatesView(
  { form, asked, offers, names, today, ...also }: Asked,
  errors: readonly FieldError[],
) {
  const ids = asked.youngPersonIds;
  const dates = datesView(offers, { today, names, howMany: ids.length });
  const weekdays = form.weekdays.map(Number);
  return {
    title: 'Which dates work',
    errors,
    notice: also.assessed
      ? `The unit has been asked for the assessments that ${sayDate(also.assessed)} needs. Send your request too: it waits for them.`
      : undefined,
    form,
    hidden: hidden(form),
    facts: [
      { key: 'For', text: sayTogether(ids.map((id) => names.get(id) ?? '')) },
      { key: 'Nights', text: sayAsk({ ...asked, weekdays }, today) },
      ...(also.unitName ? [{ key: 'Unit', text: also.unitName }] : []),
      { key: 'Why', text: form.reason },
      { key: 'How soon', text: URGENCY_WORDS[form.urgency] },
      ...(form.wishes.length > 0 ? [{ key: 'Room wishes', text: form.wishes.join(', ') }] : []),
    ],
    dates,
    choices: [{ value: '', text: 'Any of these: the unit chooses', checked: !form.only }, ...dates.works],
    verdict: verdict(dates.workCount, ids.length),
    siblings:
      ids.length > 1
        ? ids.map((value) => ({ value, text: `${names.get(value) ?? ''} may be left out` }))
        : [],
  };
}

function verdict(count: number, howMany: number): string {
  const all = howMany === 1 ? '' : howMany === 2 ? ' for both of them together' : ' for all of them together';
  if (count === 0) return `No date in this window works${all} yet.`;
  return count === 1 ? `1 date works${all}.` : `${count} dates work${all}.`;
}

/** Everything answered so far, but what the page itself asks. */
function hidden(form: AskForm): { name: string; value: string }[] {
  const { key, familyId, unitId, nights, earliest, latest, reason, urgency } = form;
  return [
    ...Object.entries({ key, familyId, unitId, nights, earliest, latest, reason, urgency }),
    ...form.youngPersonIds.map((id) => ['youngPersonIds', id] as const),
    ...form.weekdays.map((day) => ['weekdays', day] as const),
    ...form.wishes.map((wish) => ['wishes', wish] as const),
  ].map(([name, value]) => ({ name, value }));
}
