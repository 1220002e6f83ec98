import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { wordsIn } from './judged-form';
import type { NewSoloDecisionDto, SoloEndingDto } from './judgements.dto';

const LONGEST = 4000;

export interface SoloForm {
  readonly key: string;
  readonly youngPersonId: string;
  readonly reason: string;
  readonly startsOn: string;
  readonly reviewOn: string;
  readonly siblingIds: readonly string[];
}

export interface EndingForm {
  readonly key: string;
  readonly on: string;
  readonly reason: string;
}

export function soloIn(sent: SentForm, youngPersonId: string): SoloForm {
  return {
    key: typed(sent, 'key'),
    youngPersonId,
    reason: wordsIn(sent, 'reason'),
    startsOn: typed(sent, 'startsOn'),
    reviewOn: typed(sent, 'reviewOn'),
    siblingIds: ticked(sent, 'siblingIds').filter(isId),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing. */
export function soloDecision({
  youngPersonId,
  reason,
  startsOn,
  reviewOn,
  siblingIds,
}: SoloForm): NewSoloDecisionDto {
  refuse([
    ...wrongText(
      { name: 'reason', value: reason, ask: 'Say why they need the unit to themselves.' },
      LONGEST,
    ),
    ...wrongDate({ name: 'startsOn', value: startsOn, ask: 'Enter the first night.' }),
    ...wrongDate({ name: 'reviewOn', value: reviewOn, ask: 'Enter the last night it holds.' }),
  ]);
  return { youngPersonId, reason, startsOn, reviewOn, siblingIds: [...siblingIds] };
}

export function endingIn(sent: SentForm): EndingForm {
  return { key: typed(sent, 'key'), on: typed(sent, 'on'), reason: wordsIn(sent, 'reason') };
}

/** As the service takes it. @throws Misshapen at each field that is missing. */
export function ending({ on, reason }: EndingForm): SoloEndingDto {
  refuse([
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the first night others may stay again.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why it ends.' }, LONGEST),
  ]);
  return { on, reason };
}

function refuse(wrong: readonly FieldError[]): void {
  if (wrong.length > 0) throw new Misshapen(wrong);
}
