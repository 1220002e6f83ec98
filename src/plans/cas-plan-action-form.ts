import { CAS_PLAN_CLOSED_REASONS, SUPPORT_KINDS } from '../domain/cas-plan';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import type { CasGoalDto, CasPlanClosureDto, DormancyDto, KeyWorkerDto, SupportDto } from './cas-plan.dto';

const LONGEST = 4000;

export function goalIn(sent: SentForm): CasGoalDto {
  const text = typed(sent, 'text');
  refuseWrong(wrongText({ name: 'text', value: text, ask: 'Enter the goal.' }, 1000));
  return { text };
}

export function supportIn(sent: SentForm): SupportDto {
  const [fromOn, socialWorker] = [typed(sent, 'fromOn'), typed(sent, 'socialWorker')];
  const kind = SUPPORT_KINDS.find((each) => each === typed(sent, 'kind'));
  const errors = [
    ...(kind ? [] : [{ pointer: '/kind', detail: 'Choose how the family is supported.' }]),
    ...wrongDate({ name: 'fromOn', value: fromOn, ask: 'Enter the day it begins.' }),
    ...(socialWorker ? wrongText({ name: 'socialWorker', value: socialWorker, ask: '' }) : []),
  ];
  if (!kind || errors.length > 0) throw new Misshapen(errors);
  return { kind, fromOn, ...(socialWorker ? { socialWorker } : {}) };
}

export function keyWorkerIn(sent: SentForm): KeyWorkerDto {
  const keyWorkerId = typed(sent, 'keyWorkerId').toLowerCase();
  if (!isId(keyWorkerId)) throw Misshapen.at('/keyWorkerId', 'Choose the new key worker.');
  return { keyWorkerId };
}

export function dormancyIn(sent: SentForm): DormancyDto {
  const [on, reason] = [typed(sent, 'on'), typed(sent, 'reason')];
  refuseWrong([
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the first day it is dormant.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why.' }, LONGEST),
    ...unconfirmed(sent),
  ]);
  return { on, reason, expects: ticked(sent, 'expects').filter(isId) };
}

export function closureIn(sent: SentForm): CasPlanClosureDto {
  const [on, words] = [typed(sent, 'on'), typed(sent, 'words')];
  const reason = CAS_PLAN_CLOSED_REASONS.find((each) => each === typed(sent, 'reason'));
  const errors = [
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the day it closes.' }),
    ...(reason ? [] : [{ pointer: '/reason', detail: 'Choose why it closes.' }]),
    ...(words ? wrongText({ name: 'words', value: words, ask: '' }, LONGEST) : []),
    ...unconfirmed(sent),
  ];
  if (!reason || errors.length > 0) throw new Misshapen(errors);
  return { on, reason, ...(words ? { words } : {}), expects: ticked(sent, 'expects').filter(isId) };
}

/** Whoever ends something has read what ends with it. */
export function unconfirmed(sent: SentForm): FieldError[] {
  const isConfirmed = typed(sent, 'confirmed') === 'yes';
  return isConfirmed
    ? []
    : [{ pointer: '/confirmed', detail: 'Confirm that you have read what ends with it.' }];
}

function refuseWrong(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Misshapen(errors);
}
