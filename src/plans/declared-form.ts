import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { NewDeclaredNightsDto, DeclaredNightsWithdrawalDto } from './declared-night.dto';

const LONGEST_REASON = 2000;

export interface DeclaredForm extends NewDeclaredNightsDto {
  readonly key: string;
}

export function declaredIn(sent: SentForm): DeclaredForm {
  return {
    key: typed(sent, 'key'),
    fromOn: typed(sent, 'fromOn'),
    toOn: typed(sent, 'toOn'),
    place: typed(sent, 'place'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function declaredAsked({ fromOn, toOn, place }: DeclaredForm): NewDeclaredNightsDto {
  const errors = [
    ...wrongDate({ name: 'fromOn', value: fromOn, ask: 'Enter the first night.' }),
    ...wrongDate({ name: 'toOn', value: toOn, ask: 'Enter the day they left.' }),
    ...wrongText({ name: 'place', value: place, ask: 'Say where they stayed.' }),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return { fromOn, toOn, place };
}

export function withdrawalAsked(sent: SentForm): DeclaredNightsWithdrawalDto {
  const reason = typed(sent, 'reason');
  const errors = wrongText(
    { name: 'reason', value: reason, ask: 'Say why they are withdrawn.' },
    LONGEST_REASON,
  );
  if (errors.length > 0) throw new Misshapen(errors);
  return { reason };
}
