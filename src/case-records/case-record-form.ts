import type { CalendarDate } from '../domain/calendar-date';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { LONGEST_ENTRY, LONGEST_REASON, type CaseRecordDto, type CorrectionDto } from './case-record.dto';

export interface CaseRecordForm {
  readonly key: string;
  readonly on: string;
  readonly text: string;
  /** Of corrections only. */
  readonly reason: string;
}

export function caseRecordForm(key: string, on: CalendarDate, text = ''): CaseRecordForm {
  return { key, on, text, reason: '' };
}

export function caseRecordIn(sent: SentForm): CaseRecordForm {
  return {
    key: typed(sent, 'key'),
    on: typed(sent, 'on'),
    text: typed(sent, 'text'),
    reason: typed(sent, 'reason'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function caseRecordAsked({ on, text }: CaseRecordForm): CaseRecordDto {
  refuseWrong({ on, text, reason: '-' });
  return { on, text };
}

/** As the service takes it. @throws Misshapen */
export function correctionAsked({ on, text, reason }: CaseRecordForm): CorrectionDto {
  refuseWrong({ on, text, reason });
  return { on, text, reason };
}

function refuseWrong({ on, text, reason }: Omit<CaseRecordForm, 'key'>): void {
  const errors = [
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the day it is about.' }),
    ...wrongText({ name: 'text', value: text, ask: 'Write the entry.' }, LONGEST_ENTRY),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say what was wrong.' }, LONGEST_REASON),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
}
