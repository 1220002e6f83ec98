import { RISK_WORDS, type Risk } from '../domain/emergency';
import { fullName } from '../domain/full-name';
import { OUTCOME_WORDS } from '../domain/outcome-words';
import { CAS_PLAN_WORDS, LEGAL_BASIS_WORDS, SHORT_BREAK_PLAN_WORDS } from '../domain/plan-words';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { KIND_WORDS, STATUS_WORDS } from '../domain/stay-words';
import { CATEGORY_WORDS, type NoticedCategory } from '../domain/noticed-thing';
import type { ChildFile } from './child-file.reader';

interface Fact {
  readonly key: string;
  readonly text: string;
}

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

/** An open file: to be read, with nothing in it to click. */
export function childFilePage(file: ChildFile, until: Date) {
  return {
    title: fullName(file),
    caption: 'Young person',
    until: `Open to you until ${sayMoment(until)}. That you opened it, and why, is on record.`,
    facts: facts(file),
    parts: parts(file).filter(({ lines }) => lines.length > 0),
  };
}

function facts(file: ChildFile): Fact[] {
  const { casPlan } = file;
  return [
    ['Born', sayDate(file.dateOfBirth)],
    ['Sex', file.sex],
    ['Case reference', file.caseReference],
    ['Family', file.familyReference],
    ['Brothers and sisters on file', String(file.brothersAndSisters)],
    ['CAS plan', casPlan && CAS_PLAN_WORDS[casPlan.status as keyof typeof CAS_PLAN_WORDS].text],
    ['Key worker', casPlan && [casPlan.keyWorker, casPlan.keyWorkerEmail].filter(Boolean).join(', ')],
  ].flatMap(([key, text]) => (key && text ? [{ key, text }] : []));
}

function parts(file: ChildFile): Part[] {
  return [
    { title: 'In an emergency before', lines: file.emergencies.map(emergency) },
    {
      title: 'Needs the unit to themselves',
      lines: file.solo.map(({ reason, reviewOn }) => `${reason} Review by ${sayDate(reviewOn)}.`),
    },
    { title: 'With other young people', lines: file.together.map(together) },
    { title: 'Short-break plans', lines: file.plans.map(plan) },
    { title: 'Goals of the family’s plan', lines: file.casPlan?.goals ?? [] },
    {
      title: 'Noticed',
      lines: file.noticed.map(({ kind, words }) => `${CATEGORY_WORDS[kind as NoticedCategory]}: ${words}`),
    },
    { title: 'Stays', lines: file.stays.map(stay) },
  ];
}

function emergency({ night, reason, risks, ...known }: ChildFile['emergencies'][number]): string {
  const told: readonly (readonly [string, string | null])[] = [
    ['Risks', risks.map((risk) => RISK_WORDS[risk as Risk]).join(', ')],
    ['Around others', known.careAlongside],
    ['Medical consent', known.medicalConsent],
    ['Allergies', known.allergies],
    ['Medication', known.medication],
  ];
  const also = told.flatMap(([name, words]) => (words ? [`${name}: ${words}.`] : []));
  return [`${sayDate(night)}: ${reason}`, ...also].join(' ');
}

function together({ outcome, controls, reviewOn }: ChildFile['together'][number]): string {
  const { text } = OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS];
  return `With one other: ${text.toLowerCase()}, review by ${sayDate(reviewOn)}.${controls ? ` ${controls}` : ''}`;
}

function plan(each: ChildFile['plans'][number]): string {
  const status = SHORT_BREAK_PLAN_WORDS[each.status as keyof typeof SHORT_BREAK_PLAN_WORDS].text;
  const basis = LEGAL_BASIS_WORDS[each.legalBasis as keyof typeof LEGAL_BASIS_WORDS];
  const also = [
    each.consent ? `Consent: ${each.consent}.` : 'No consent in force.',
    each.activities.length > 0 ? `Activities: ${each.activities.join(', ')}.` : '',
    each.expectations,
  ];
  return [`${status}, ${sayDate(each.startsOn)} to ${sayDate(each.endsOn)}, ${basis}.`, ...also]
    .filter(Boolean)
    .join(' ');
}

function stay({ unit, kind, status, arrivesOn, departsOn }: ChildFile['stays'][number]): string {
  const words = [
    KIND_WORDS[kind as keyof typeof KIND_WORDS],
    STATUS_WORDS[status as keyof typeof STATUS_WORDS].text,
  ];
  return `${sayDate(arrivesOn)} to ${sayDate(departsOn)}, ${unit}: ${words.join(', ').toLowerCase()}`;
}
