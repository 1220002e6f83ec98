import { RISKS, type Risk } from '../domain/emergency';
import { clockTime, londonDate } from '../domain/london';
import { givenIn } from '../platform/given-form';
import type { GivenDto } from '../platform/given.dto';
import { idTyped, ticked, typed, type SentForm } from '../platform/sent-form';

/** Who it is for: the first page. */
const OF_WHO = [
  'search',
  'givenName',
  'familyName',
  'dateOfBirth',
  'approximateAge',
  'sex',
  'nights',
  'careAlongside',
] as const;

/** What a claim rests on: the second. */
const OF_BED = [
  'way',
  'legalBasis',
  'protectionOn',
  'protectionAt',
  'consentBy',
  'consentHow',
  'consentOn',
  'consentAt',
  'reason',
  'alternatives',
  'approvedName',
  'approvedRole',
  'approvedOn',
  'approvedAt',
  'controls',
  'medicalConsent',
  'allergies',
  'medication',
  'transport',
  'expectedAt',
] as const;

type Answers = Readonly<Record<(typeof OF_WHO)[number] | (typeof OF_BED)[number], string>>;

/** The answers to "claim a bed", half-finished ones too. */
export interface ClaimForm extends Answers {
  readonly key: string;
  readonly unitId: string;
  /** Empty: a child not on file. */
  readonly youngPersonId: string;
  readonly risks: readonly Risk[];
  readonly given: Required<GivenDto>;
}

/** From the tonight card: a unit and nothing else, for no name is ever in an address. */
export function emptyClaim(unitId: string, key: string): ClaimForm {
  return claimIn({ unitId, key, nights: '1' });
}

export function claimIn(sent: SentForm): ClaimForm {
  const answers = Object.fromEntries(
    [...OF_WHO, ...OF_BED].map((name) => [name, typed(sent, name)]),
  ) as Answers;
  return {
    ...answers,
    search: answers.search.slice(0, 100),
    key: typed(sent, 'key'),
    unitId: idTyped(sent, 'unitId'),
    youngPersonId: idTyped(sent, 'youngPersonId'),
    risks: RISKS.filter((risk) => ticked(sent, 'risks').includes(risk)),
    given: givenIn(sent),
  };
}

/** Before anything is typed into the second page, what is likeliest. There is no likely legal basis. */
export function withLikely(form: ClaimForm, now: Date): ClaimForm {
  if (OF_BED.some((name) => form[name])) return form;
  const today = londonDate(now);
  return { ...form, protectionOn: today, consentOn: today, approvedOn: today, approvedAt: clockTime(now) };
}

interface Hidden {
  readonly name: string;
  readonly value: string;
}

/** What the second page carries of the first; with no bed to claim there, also what was typed into it before. */
export function whoCarried(form: ClaimForm, isNone: boolean): Hidden[] {
  const none: ClaimForm = { ...form, key: '', unitId: '', way: '' };
  return [
    ...(isNone ? bedCarried(none) : []),
    ...carried(form, ['key', 'unitId', 'youngPersonId', ...OF_WHO]),
    ...form.risks.map((value) => ({ name: 'risks', value })),
  ];
}

/** What the first carries of the second, when somebody goes back to it. */
export function bedCarried(form: ClaimForm): Hidden[] {
  const { acknowledged, authorisations } = form.given;
  return [
    ...carried(form, ['key', 'unitId', ...OF_BED]),
    ...acknowledged.map((value) => ({ name: 'acknowledged', value })),
    ...authorisations.map(({ code, reason }) => ({ name: `authorise-${code}`, value: reason })),
  ];
}

/** The same child claimed for twice from one form is one claim; another child, such as a sibling, is another. */
export function identityOf(form: ClaimForm): SentForm {
  const { key, unitId, youngPersonId, givenName, familyName, dateOfBirth, approximateAge, sex } = form;
  return { key, unitId, youngPersonId, givenName, familyName, dateOfBirth, approximateAge, sex };
}

function carried(form: ClaimForm, names: readonly (keyof ClaimForm)[]): Hidden[] {
  return names.flatMap((name) => {
    const value = form[name];
    return typeof value === 'string' && value ? [{ name, value }] : [];
  });
}
