import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import type { NewDayVisitDto } from './day-visit.dto';

const LONGEST_PURPOSE = 500;
const A_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The answers to "book a day visit", half-finished ones too. */
export interface VisitForm {
  readonly key: string;
  readonly unitId: string;
  readonly search: string;
  /** Empty until somebody is chosen. */
  readonly youngPersonId: string;
  readonly on: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly purpose: string;
  readonly acknowledged: readonly string[];
}

/** From a link: `?unit=&on=&youngPerson=`. */
export function visitFromLink(link: SentForm, key: string): VisitForm {
  const youngPersonId = typed(link, 'youngPerson');
  return visitIn({ key, unitId: typed(link, 'unit'), on: typed(link, 'on'), youngPersonId });
}

export function visitIn(sent: SentForm): VisitForm {
  return {
    key: typed(sent, 'key'),
    unitId: idIn(sent, 'unitId'),
    search: typed(sent, 'search').slice(0, 100),
    youngPersonId: idIn(sent, 'youngPersonId'),
    on: typed(sent, 'on'),
    fromTime: typed(sent, 'fromTime'),
    toTime: typed(sent, 'toTime'),
    purpose: typed(sent, 'purpose'),
    acknowledged: ticked(sent, 'acknowledged'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function visitAsked(form: VisitForm): NewDayVisitDto {
  const { unitId, youngPersonId, on, fromTime, toTime, purpose } = form;
  const wrong = [
    ...(youngPersonId ? [] : at('youngPersonId', 'Choose who comes.')),
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the day they come.' }),
    ...(A_TIME.test(fromTime) ? [] : at('fromTime', 'Enter when they come, such as 15:30.')),
    ...(A_TIME.test(toTime) ? [] : at('toTime', 'Enter when they leave, such as 18:00.')),
    ...wrongText({ name: 'purpose', value: purpose, ask: 'Say what the visit is for.' }, LONGEST_PURPOSE),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  return { unitId, youngPersonId, on, fromTime, toTime, purpose, acknowledged: [...form.acknowledged] };
}

function idIn(sent: SentForm, name: string): string {
  const id = typed(sent, name);
  return isId(id) ? id.toLowerCase() : '';
}

function at(name: string, detail: string): FieldError[] {
  return [{ pointer: `/${name}`, detail }];
}
