import type { CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import { caseRecordLine } from './case-record-lines.view';
import type { CaseRecordForm } from './case-record-form';
import type { CaseRecord } from './case-records.reader';

interface Drawing {
  readonly form: CaseRecordForm;
  readonly errors: readonly FieldError[];
  readonly today: CalendarDate;
}

export function newCaseRecordView(child: YoungPerson, { form, errors, today }: Drawing) {
  const href = `/young-people/${child.id}/case-records`;
  return {
    title: 'Write in the case record',
    caption: fullName(child),
    back: { text: 'Back to the case record', href },
    action: `${href}/new`,
    ...{ form, errors, today },
    saidFirst:
      'Your name, role and the time are written with it. It cannot be changed later, only corrected.',
    button: 'Sign and write',
  };
}

export function correctionView(
  child: YoungPerson,
  record: CaseRecord,
  by: Person,
  { form, errors, today }: Drawing,
) {
  return {
    title: 'Correct an entry',
    caption: fullName(child),
    back: { text: 'Back to the case record', href: `/young-people/${child.id}/case-records` },
    action: `/case-records/${record.id}/correction`,
    ...{ form, errors, today },
    corrects: { ...caseRecordLine(record, by), correctHref: undefined },
    saidFirst: 'Write the whole entry as it should have been. The first stays, marked as corrected.',
    button: 'Sign and correct',
  };
}
