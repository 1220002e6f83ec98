import { addDays, isCalendarDate } from '../domain/calendar-date';
import { URGENCIES, type Urgency } from '../domain/request';
import { wrongDate, wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { idTyped, isId, ticked, typed, type SentForm } from '../platform/sent-form';
import type { NewRequestDto } from './request.dto';

/** The usual ask: a weekend, some time in the coming six weeks. */
const USUAL_NIGHTS = 2;
const USUAL_WINDOW = 42;

export const LONGEST_REASON = 4000;
const MOST_NIGHTS = 100;
const MOST_TOGETHER = 12;
const MOST_WISHES = 50;
const LONGEST_WISH = 200;

/** The answers to "ask for a break", half-finished ones too. */
export interface AskForm {
  readonly key: string;
  readonly familyId: string;
  readonly unitId: string;
  readonly search: string;
  readonly youngPersonIds: readonly string[];
  readonly nights: string;
  /** Numbers of ISO weekdays; none means any day. */
  readonly weekdays: readonly string[];
  readonly earliest: string;
  readonly latest: string;
  readonly reason: string;
  readonly urgency: Urgency;
  readonly wishes: readonly string[];
  readonly mayLeaveOut: readonly string[];
  /** The one arrival that will do; empty: any that suits. */
  readonly only: string;
}

/** From a link, such as a family's page: `?unit=&family=&youngPerson=`. */
export function askFromLink(link: SentForm, key: string, today: string): AskForm {
  return {
    ...askIn({
      ...link,
      familyId: typed(link, 'family'),
      unitId: typed(link, 'unit'),
      youngPersonIds: ticked(link, 'youngPerson'),
    }),
    key,
    nights: typed(link, 'nights') || String(USUAL_NIGHTS),
    earliest: typed(link, 'earliest') || addDays(today, 1),
    latest: typed(link, 'latest') || addDays(today, USUAL_WINDOW),
  };
}

export function askIn(sent: SentForm): AskForm {
  return {
    key: typed(sent, 'key'),
    familyId: idTyped(sent, 'familyId'),
    unitId: idTyped(sent, 'unitId'),
    search: typed(sent, 'search').slice(0, 100),
    youngPersonIds: idsTicked(sent, 'youngPersonIds'),
    nights: typed(sent, 'nights'),
    weekdays: ticked(sent, 'weekdays').filter((day) => /^[1-7]$/.test(day)),
    earliest: typed(sent, 'earliest'),
    latest: typed(sent, 'latest'),
    reason: typed(sent, 'reason'),
    urgency: URGENCIES.find((urgency) => urgency === typed(sent, 'urgency')) ?? 'routine',
    wishes: ticked(sent, 'wishes')
      .filter((wish) => wish.length <= LONGEST_WISH)
      .slice(0, MOST_WISHES),
    mayLeaveOut: idsTicked(sent, 'mayLeaveOut'),
    only: isCalendarDate(typed(sent, 'only')) ? typed(sent, 'only') : '',
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing. */
export function requestIn(form: AskForm): NewRequestDto {
  const gaps = missing(form);
  if (gaps.length > 0) throw new Misshapen(gaps);
  const { unitId, youngPersonIds, earliest, latest, reason, urgency, wishes, mayLeaveOut } = form;
  return {
    ...{ unitId, earliest, latest, reason, urgency },
    youngPersonIds: [...youngPersonIds],
    nights: Number(form.nights),
    weekdays: form.weekdays.map(Number),
    wishes: [...wishes],
    mayLeaveOut: mayLeaveOut.filter((id) => youngPersonIds.includes(id)),
  };
}

/** Narrowed to the one arrival the worker chose, if they did. */
export function chosenIn({ only }: AskForm, asked: NewRequestDto): NewRequestDto {
  return only ? { ...asked, earliest: only, latest: only, weekdays: [] } : asked;
}

function missing({ unitId, youngPersonIds, nights, earliest, latest, reason }: AskForm): FieldError[] {
  return [
    ...(unitId ? [] : [{ pointer: '/unitId', detail: 'Choose where.' }]),
    ...(youngPersonIds.length > 0
      ? []
      : [{ pointer: '/youngPersonIds', detail: 'Choose who the break is for.' }]),
    ...(youngPersonIds.length > MOST_TOGETHER
      ? [{ pointer: '/youngPersonIds', detail: `Choose ${MOST_TOGETHER} or fewer.` }]
      : []),
    ...wrongNumber({ name: 'nights', value: nights, ask: 'Enter how many nights.' }, 1, MOST_NIGHTS),
    ...wrongDate({ name: 'earliest', value: earliest, ask: 'Enter the earliest day they could arrive.' }),
    ...wrongDate({ name: 'latest', value: latest, ask: 'Enter the latest day they could arrive.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why the family needs a break.' }, LONGEST_REASON),
  ];
}

/** The service points into lists; the form has each field once. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/(youngPersonIds|mayLeaveOut|weekdays)\/\d+$/, '/$1'),
    detail,
  }));
}

function idsTicked(sent: SentForm, name: string): string[] {
  return ticked(sent, name)
    .filter(isId)
    .map((id) => id.toLowerCase());
}
