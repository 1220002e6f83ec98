import { STAY_KINDS, type StayKind } from '../domain/diary';
import { wrongDate } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { idTyped, isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { givenIn } from '../platform/given-form';
import type { GivenDto } from '../platform/given.dto';
import type { NewStaysDto } from './stay.dto';

/** The answers to "book a stay", half-finished ones too. */
export interface BookingForm {
  readonly key: string;
  readonly unitId: string;
  readonly search: string;
  readonly youngPersonIds: readonly string[];
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly kind: StayKind;
  /** Empty: any room that is free. */
  readonly roomId: string;
  readonly solo: boolean;
  readonly given: Required<GivenDto>;
}

const NOTHING_GIVEN: Required<GivenDto> = { acknowledged: [], authorisations: [] };

/** From a link, such as a free night on the board: `?unit=&room=&from=&to=&youngPerson=`. */
export function bookingFromLink(link: SentForm, key: string): BookingForm {
  return {
    key,
    unitId: idTyped(link, 'unit'),
    search: '',
    youngPersonIds: ticked(link, 'youngPerson').filter(isId),
    arrivesOn: typed(link, 'from'),
    departsOn: typed(link, 'to'),
    kind: 'planned',
    roomId: idTyped(link, 'room'),
    solo: false,
    given: NOTHING_GIVEN,
  };
}

export function bookingIn(sent: SentForm): BookingForm {
  const [otherFrom, otherTo] = typed(sent, 'dates').split(' ');
  return {
    key: typed(sent, 'key'),
    unitId: idTyped(sent, 'unitId'),
    search: typed(sent, 'search').slice(0, 100),
    youngPersonIds: ticked(sent, 'youngPersonIds').filter(isId),
    arrivesOn: otherTo ? (otherFrom ?? '') : typed(sent, 'arrivesOn'),
    departsOn: otherTo ?? typed(sent, 'departsOn'),
    kind: STAY_KINDS.find((kind) => kind === typed(sent, 'kind')) ?? 'planned',
    roomId: idTyped(sent, 'roomId'),
    solo: typed(sent, 'solo') === 'yes',
    given: givenIn(sent),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing. */
export function stays(form: BookingForm, hold = false): NewStaysDto {
  const gaps = missing(form);
  if (gaps.length > 0) throw new Misshapen(gaps);
  const { unitId, kind, arrivesOn, departsOn, solo, roomId } = form;
  return {
    unitId,
    kind,
    hold,
    ...form.given,
    stays: form.youngPersonIds.map((youngPersonId, index) => ({
      ...{ youngPersonId, arrivesOn, departsOn, solo },
      ...(roomId && index === 0 ? { roomId } : {}),
    })),
  };
}

function missing({ youngPersonIds, arrivesOn, departsOn }: BookingForm): FieldError[] {
  return [
    ...(youngPersonIds.length > 0
      ? []
      : [{ pointer: '/youngPersonIds', detail: 'Choose who the stay is for.' }]),
    ...wrongDate({ name: 'arrivesOn', value: arrivesOn, ask: 'Enter the day they arrive.' }),
    ...wrongDate({ name: 'departsOn', value: departsOn, ask: 'Enter the day they leave.' }),
  ];
}

/** The service points into its list of stays; the form has each field once. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/stays\/\d+/, '').replace(/^\/youngPersonId$/, '/youngPersonIds'),
    detail,
  }));
}
