import { ageOn } from '../domain/calendar-date';
import { sayTimes } from '../domain/day-visit';
import { findingTitle } from '../domain/finding-titles';
import type { Finding } from '../domain/findings';
import { fullName } from '../domain/full-name';
import { sayDate } from '../domain/say-dates';
import type { FieldError } from '../platform/problem';
import { visitFindings, type Names } from './visit-finding.view';
import type { Candidate, Where } from './visit-files.service';
import type { VisitForm } from './visit-form';

export function newVisitView(
  form: VisitForm,
  { unit, units, today }: Where,
  candidates: readonly Candidate[],
  errors: readonly FieldError[],
) {
  return {
    title: 'Book a day visit',
    unit,
    units,
    back: backToVisits(unit.id),
    errors,
    form,
    today,
    people: candidates.map((each) => ({
      value: each.id,
      text: fullName(each),
      hint: { text: `Aged ${ageOn(each.dateOfBirth, today)}, ${each.caseReference}` },
    })),
    nobodyFound: form.search !== '' && candidates.every(({ id }) => id === form.youngPersonId),
  };
}

export function visitCheckView(
  form: VisitForm,
  { unit }: Where,
  findings: readonly Finding[],
  names: Names,
  errors: readonly FieldError[],
) {
  const canBook = !findings.some(({ level }) => level === 'refuse' || level === 'authorise');
  const toRead = canBook ? findings.filter(({ level }) => level === 'acknowledge') : [];
  return {
    title: canBook ? 'Check and book' : 'This cannot be booked yet',
    unit,
    back: backToVisits(unit.id),
    errors,
    facts: [
      { key: 'Young person', text: names.get(form.youngPersonId) ?? '' },
      { key: 'Day', text: sayDate(form.on) },
      { key: 'Time', text: sayTimes(form) },
      { key: 'What for', text: form.purpose },
    ],
    hidden: hidden(form),
    verdict: canBook ? 'Read this first' : 'Why not',
    findings: visitFindings(findings, names),
    confirmations: [...new Set(toRead.map(({ code }) => code))].map((code) => ({
      name: `acknowledged-${code}`,
      value: code,
      text:
        code === 'controls'
          ? 'I have read the controls, and we will keep to them'
          : `I have read this: ${findingTitle(code)}`,
      isTicked: form.acknowledged.includes(code),
    })),
    canBook,
  };
}

/** What a refusal leaves to be done, each at its field. */
export function stillToDo(findings: readonly Finding[], { acknowledged }: VisitForm): FieldError[] {
  const unread = findings.filter(
    ({ code, level }) => level === 'acknowledge' && !acknowledged.includes(code),
  );
  const isRefused = findings.some(({ level }) => level === 'refuse' || level === 'authorise');
  if (isRefused) return [{ pointer: '/findings', detail: 'This is not possible as asked. Read why.' }];
  return [...new Set(unread.map(({ code }) => code))].map((code) => ({
    pointer: `/acknowledged-${code}`,
    detail: `Confirm that you have read this: ${findingTitle(code)}.`,
  }));
}

export function backToVisits(unitId: string) {
  return { text: 'Back to day visits', href: `/day-visits?unit=${unitId}` };
}

function hidden({ key, unitId, youngPersonId, on, fromTime, toTime, purpose }: VisitForm) {
  const answers = { key, unitId, youngPersonId, on, fromTime, toTime, purpose };
  return Object.entries(answers).map(([name, value]) => ({ name, value }));
}
