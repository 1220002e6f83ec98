import { URGENCIES } from '../domain/request';
import { URGENCY_WORDS } from '../domain/request-words';
import { sayTogether, sayWeekday } from '../domain/say-ask';
import { sayDays } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';
import type { FieldError } from '../platform/problem';
import type { AskChoices } from './ask-people.service';
import { whoView } from './new-request.view';
import type { SeriesDate } from './request-series.service';
import { seriesDate } from './series-date.view';
import type { SeriesForm } from './series-form';

const OFTEN = ['every week', 'every other week', 'every 3 weeks', 'every 4 weeks'] as const;

export function newSeriesView(form: SeriesForm, choices: AskChoices, errors: readonly FieldError[]) {
  const { unit, units, today, looksUp } = choices;
  return {
    title: 'Ask for breaks that repeat',
    back: { text: 'Back to requests', href: '/requests' },
    errors,
    form,
    today,
    looksUp,
    whereId: unit.id,
    ...whoView(choices),
    unitChoices: units.length > 1 ? units.map(({ id, name }) => ({ value: id, text: name })) : [],
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), text: sayWeekday(day) })),
    often: OFTEN.map((text, index) => ({ value: String(index + 1), text: upper(text) })),
    urgencies: URGENCIES.map((value) => ({ value, text: URGENCY_WORDS[value] })),
  };
}

/** `Every other week on Friday, 2 nights`. */
export function sayRepeat(asked: { everyWeeks: number; weekday: number; nights: number }): string {
  const often = OFTEN[asked.everyWeeks - 1] ?? `every ${asked.everyWeeks} weeks`;
  return `${upper(often)} on ${sayWeekday(asked.weekday)}, ${sayNightCount(asked.nights)}`;
}

/** Each date of it, and a check of the answers before they are sent. */
export function seriesDatesView(
  form: SeriesForm,
  dates: readonly SeriesDate[],
  { names, today }: { readonly names: ReadonlyMap<string, string>; readonly today: string },
) {
  const { key, familyId, unitId, nights, weekday, everyWeeks, from, until, reason, urgency } = form;
  const ids = form.youngPersonIds;
  const reading = { names, today, howMany: ids.length };
  const works = dates.filter(({ placeable }) => placeable).length;
  return {
    title: 'Which dates work',
    verdict: `${works} of ${dates.length} ${dates.length === 1 ? 'date works' : 'dates work'}.`,
    allWork: works === dates.length,
    hidden: [
      ...Object.entries({ key, familyId, unitId, nights, weekday, everyWeeks, from, until, reason, urgency }),
      ...ids.map((id) => ['youngPersonIds', id] as const),
    ].map(([name, value]) => ({ name, value })),
    facts: [
      { key: 'For', text: sayTogether(ids.map((id) => names.get(id) ?? '')) },
      {
        key: 'How often',
        text: sayRepeat({
          everyWeeks: Number(everyWeeks),
          weekday: Number(weekday),
          nights: Number(nights),
        }),
      },
      { key: 'Between', text: sayDays(from, until, today) },
      { key: 'Why', text: reason },
    ],
    dates: dates.map((date) => seriesDate(date, reading)),
  };
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
