import { FACT_WORDS, RISKS, type Fact } from '../domain/emergency';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { ticked, typed, type SentForm } from '../platform/sent-form';
import { LONGEST_WORDS, type ClaimFactsDto } from './emergency-claim.dto';

const LONGEST: Readonly<Record<Words, number>> = {
  givenName: 200,
  familyName: 200,
  sex: 40,
  caseReference: 200,
  medicalConsent: LONGEST_WORDS,
  allergies: LONGEST_WORDS,
  medication: LONGEST_WORDS,
};

type Words = Exclude<keyof ClaimFactsDto, 'dateOfBirth' | 'risks'>;

/** What has become known, as it was typed: what was left empty is still not known. @throws Misshapen */
export function factsIn(sent: SentForm): ClaimFactsDto {
  const names = (Object.keys(LONGEST) as Words[]).filter((name) => typed(sent, name));
  const dateOfBirth = typed(sent, 'dateOfBirth');
  const risks = RISKS.filter((risk) => risk !== 'not-known' && ticked(sent, 'risks').includes(risk));
  const errors = [
    ...names.flatMap((name) => wrongText({ name, value: typed(sent, name), ask: '' }, LONGEST[name])),
    ...(dateOfBirth ? wrongDate({ name: 'dateOfBirth', value: dateOfBirth, ask: '' }) : []),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return {
    ...(Object.fromEntries(names.map((name) => [name, typed(sent, name)])) as ClaimFactsDto),
    ...(dateOfBirth ? { dateOfBirth } : {}),
    ...(risks.length > 0 ? { risks } : {}),
  };
}

/** One field for each fact that is not known yet, in the order they are asked. */
export function fieldsFor(notKnown: readonly string[], sent: SentForm) {
  const words: readonly (readonly [Fact, Words])[] = [
    ['given-name', 'givenName'],
    ['family-name', 'familyName'],
    ['sex', 'sex'],
    ['case-reference', 'caseReference'],
    ['medical-consent', 'medicalConsent'],
    ['allergies', 'allergies'],
    ['medication', 'medication'],
  ];
  return {
    texts: words
      .filter(([fact]) => notKnown.includes(fact))
      .map(([fact, name]) => ({ name, label: capital(FACT_WORDS[fact]), value: typed(sent, name) })),
    asksBirth: notKnown.includes('date-of-birth'),
    dateOfBirth: typed(sent, 'dateOfBirth'),
    asksRisks: notKnown.includes('risks'),
    risks: ticked(sent, 'risks'),
  };
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
