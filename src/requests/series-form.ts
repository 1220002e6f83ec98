import { addMonths } from '../domain/calendar-date';
import { URGENCIES, type Urgency } from '../domain/request';
import { wrongDate, wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { idTyped, isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { LONGEST_REASON } from './ask-form';
import type { NewSeriesDto } from './request.dto';

const FRIDAY = '5';
const USUAL_MONTHS = 3;

/** The answers to "ask for breaks that repeat", half-finished ones too. */
export interface SeriesForm {
  readonly key: string;
  readonly familyId: string;
  readonly unitId: string;
  readonly search: string;
  readonly youngPersonIds: readonly string[];
  readonly nights: string;
  readonly weekday: string;
  readonly everyWeeks: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly urgency: Urgency;
}

/** From a link: `?unit=&family=&youngPerson=`. Until something is said: every other weekend for three months. */
export function seriesFromLink(link: SentForm, key: string, today: string): SeriesForm {
  return {
    ...seriesFormIn({
      familyId: typed(link, 'family'),
      unitId: typed(link, 'unit'),
      youngPersonIds: ticked(link, 'youngPerson'),
    }),
    ...{ key, nights: '2', weekday: FRIDAY, everyWeeks: '2' },
    from: today,
    until: addMonths(today, USUAL_MONTHS),
  };
}

export function seriesFormIn(sent: SentForm): SeriesForm {
  return {
    key: typed(sent, 'key'),
    familyId: idTyped(sent, 'familyId'),
    unitId: idTyped(sent, 'unitId'),
    search: typed(sent, 'search').slice(0, 100),
    youngPersonIds: ticked(sent, 'youngPersonIds')
      .filter(isId)
      .map((id) => id.toLowerCase()),
    nights: typed(sent, 'nights'),
    weekday: typed(sent, 'weekday'),
    everyWeeks: typed(sent, 'everyWeeks'),
    from: typed(sent, 'from'),
    until: typed(sent, 'until'),
    reason: typed(sent, 'reason'),
    urgency: URGENCIES.find((urgency) => urgency === typed(sent, 'urgency')) ?? 'routine',
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing. */
export function seriesIn(form: SeriesForm): NewSeriesDto {
  const gaps = missing(form);
  if (gaps.length > 0) throw new Misshapen(gaps);
  const { unitId, youngPersonIds, from, until, reason, urgency } = form;
  return {
    ...{ unitId, from, until, reason, urgency },
    youngPersonIds: [...youngPersonIds],
    nights: Number(form.nights),
    weekday: Number(form.weekday),
    everyWeeks: Number(form.everyWeeks),
  };
}

function missing({ youngPersonIds, ...form }: SeriesForm): FieldError[] {
  const isTold = youngPersonIds.length > 0 && youngPersonIds.length <= 12;
  return [
    ...(form.unitId ? [] : [{ pointer: '/unitId', detail: 'Choose where.' }]),
    ...(isTold ? [] : [{ pointer: '/youngPersonIds', detail: 'Choose who the breaks are for, 12 at most.' }]),
    ...wrongNumber({ name: 'nights', value: form.nights, ask: 'Enter how many nights.' }, 1, 100),
    ...wrongNumber({ name: 'weekday', value: form.weekday, ask: 'Choose the day they arrive.' }, 1, 7),
    ...wrongNumber({ name: 'everyWeeks', value: form.everyWeeks, ask: 'Choose how often.' }, 1, 12),
    ...wrongDate({ name: 'from', value: form.from, ask: 'Enter the first day.' }),
    ...wrongDate({ name: 'until', value: form.until, ask: 'Enter the last day.' }),
    ...wrongText(
      { name: 'reason', value: form.reason, ask: 'Say why the family needs the breaks.' },
      LONGEST_REASON,
    ),
  ];
}
