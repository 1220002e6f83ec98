import { NEEDS_CONSENT } from '../domain/emergency';
import { LEGAL_BASES, type LegalBasis } from '../domain/short-break-plan';
import { wrongDate, wrongNumber, wrongText, wrongTime } from '../platform/form-checks';
import type { FieldError } from '../platform/problem';
import type { ClaimForm } from './claim-form';
import { childIn } from './claim-asked';
import { wrongChild, wrongRisks } from './claim-terms';
import { LONGEST_WORDS, MOST_NIGHTS, OLDEST } from './emergency-claim.dto';

/** What is wrong with who it is for, each at its field. */
export function wrongWho(form: ClaimForm): FieldError[] {
  const { youngPersonId, dateOfBirth, approximateAge, nights } = form;
  const age = { name: 'approximateAge', value: approximateAge, ask: `Enter an age up to ${OLDEST}.` };
  return [
    ...(youngPersonId ? [] : atFields(wrongChild(childIn(form)))),
    ...(youngPersonId || !approximateAge ? [] : wrongNumber(age, 0, OLDEST)),
    ...(youngPersonId || !dateOfBirth
      ? []
      : wrongDate({ name: 'dateOfBirth', value: dateOfBirth, ask: 'Enter a date of birth.' })),
    ...optional(form, ['givenName', 'familyName'], 200),
    ...wrongNumber({ name: 'nights', value: nights, ask: 'Enter how many nights.' }, 1, MOST_NIGHTS),
    ...wrongRisks(form.risks),
    ...optional(form, ['careAlongside'], LONGEST_WORDS),
  ];
}

/** What the claim itself cannot do without, as far as a form can say. */
export function wrongBed(form: ClaimForm): FieldError[] {
  return [
    ...wrongBasis(form),
    ...words(form, 'reason', 'Say why a bed is needed tonight.'),
    ...words(form, 'alternatives', 'Say what else was tried.'),
    ...line(form, 'approvedName', 'Enter the name of the manager who agreed.'),
    ...line(form, 'approvedRole', 'Enter the role of the manager who agreed.'),
    ...moment(form, 'approved', 'the manager agreed'),
    ...optional(form, ['controls', 'medicalConsent', 'allergies', 'medication', 'transport'], LONGEST_WORDS),
    ...(form.expectedAt
      ? wrongTime({ name: 'expectedAt', value: form.expectedAt, ask: 'Enter the time, such as 03:30.' })
      : []),
  ];
}

export function basisIn({ legalBasis }: ClaimForm): LegalBasis | undefined {
  return LEGAL_BASES.find((basis) => basis === legalBasis);
}

/** The service points into what programs send; the form has its own fields. */
export function atFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({ pointer: FIELDS[pointer] ?? pointer, detail }));
}

const FIELDS: Readonly<Record<string, string>> = {
  '/child/approximateAge': '/approximateAge',
  '/child/youngPersonId': '/youngPersonId',
  '/policeProtectionStartedAt': '/protectionAt',
  '/consent': '/consentBy',
  '/consent/at': '/consentOn',
  '/approvedBy/name': '/approvedName',
  '/approvedBy/at': '/approvedAt',
};

const ON_FIRST_PAGE = ['/search', '/youngPersonId', '/approximateAge', '/dateOfBirth', '/risks', '/nights'];

export function isOfFirstPage({ pointer }: FieldError): boolean {
  return ON_FIRST_PAGE.includes(pointer);
}

function wrongBasis(form: ClaimForm): FieldError[] {
  const basis = basisIn(form);
  if (!basis) return [{ pointer: '/legalBasis', detail: 'Choose the legal basis.' }];
  if (basis === 'police-protection') return moment(form, 'protection', 'police protection began');
  if (!NEEDS_CONSENT.includes(basis)) return [];
  return [
    ...line(form, 'consentBy', 'Say who agreed.'),
    ...line(form, 'consentHow', 'Say how they agreed.'),
    ...wrongDate({ name: 'consentOn', value: form.consentOn, ask: 'Enter the day they agreed.' }),
    ...(form.consentAt
      ? wrongTime({ name: 'consentAt', value: form.consentAt, ask: 'Enter the time, such as 01:40.' })
      : []),
  ];
}

function moment(form: ClaimForm, which: 'approved' | 'protection', what: string): FieldError[] {
  return [
    ...wrongDate({ name: `${which}On`, value: form[`${which}On`], ask: `Enter the day ${what}.` }),
    ...wrongTime({
      name: `${which}At`,
      value: form[`${which}At`],
      ask: `Enter the time ${what}, such as 01:40.`,
    }),
  ];
}

function line(
  form: ClaimForm,
  name: 'consentBy' | 'consentHow' | 'approvedName' | 'approvedRole',
  ask: string,
) {
  return wrongText({ name, value: form[name], ask });
}

function words(form: ClaimForm, name: 'reason' | 'alternatives', ask: string): FieldError[] {
  return wrongText({ name, value: form[name], ask }, LONGEST_WORDS);
}

function optional(form: ClaimForm, names: readonly (keyof ClaimForm)[], longest: number): FieldError[] {
  return names.flatMap((name) => {
    const value = form[name];
    return typeof value === 'string' && value ? wrongText({ name, value, ask: '' }, longest) : [];
  });
}
