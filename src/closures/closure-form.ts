import { CLOSURE_KINDS } from '../domain/diary';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import type { ClosureEndingDto, NewClosureDto } from './closure.dto';

const LONGEST_REASON = 2000;

export const WHOLE_UNIT = 'unit';

/** The answers to "close a room or the unit". */
export interface ClosureForm {
  readonly key: string;
  readonly unitId: string;
  /** A room's id, or `WHOLE_UNIT`; empty until it is chosen. */
  readonly what: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly kind: string;
  readonly reason: string;
}

export function closureFromLink(link: SentForm, key: string): ClosureForm {
  const [room, fromOn, toOn] = [typed(link, 'room'), typed(link, 'from'), typed(link, 'to')];
  return {
    key,
    unitId: typed(link, 'unit'),
    what: isId(room) ? room : '',
    fromOn,
    toOn,
    kind: '',
    reason: '',
  };
}

export function closureIn(sent: SentForm): ClosureForm {
  return {
    key: typed(sent, 'key'),
    unitId: typed(sent, 'unitId'),
    what: typed(sent, 'roomId'),
    fromOn: typed(sent, 'fromOn'),
    toOn: typed(sent, 'toOn'),
    kind: typed(sent, 'kind'),
    reason: typed(sent, 'reason'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function closureAsked({ unitId, what, fromOn, toOn, kind: said, reason }: ClosureForm): NewClosureDto {
  const kind = CLOSURE_KINDS.find((each) => each === said);
  const errors = [
    ...(what === WHOLE_UNIT || isId(what) ? [] : [{ pointer: '/roomId', detail: 'Choose what is closed.' }]),
    ...wrongDate({ name: 'fromOn', value: fromOn, ask: 'Enter the first night that is closed.' }),
    ...wrongDate({ name: 'toOn', value: toOn, ask: 'Enter the first night that is open again.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why it is closed.' }, LONGEST_REASON),
  ];
  if (!kind)
    throw new Misshapen([...errors, { pointer: '/kind', detail: 'Choose what kind of closure it is.' }]);
  if (errors.length > 0) throw new Misshapen(errors);
  return { unitId, fromOn, toOn, kind, reason, ...(what === WHOLE_UNIT ? {} : { roomId: what }) };
}

export function endingIn(sent: SentForm): ClosureEndingDto {
  const [on, reason] = [typed(sent, 'on'), typed(sent, 'reason')];
  const errors = [
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the first night that is open again.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why it opens early.' }, LONGEST_REASON),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return { on, reason };
}
