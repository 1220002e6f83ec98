import { pairOf, type Pair } from '../domain/assessments-worth';
import { ASSESSMENT_OUTCOMES, type AssessmentOutcome } from '../domain/diary';
import { wrongText } from '../platform/form-checks';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { NewAssessmentDto } from './judgements.dto';

const LONGEST = 4000;

/** What is judged of one pair; half-finished too. */
export interface JudgedForm {
  /** What the names of its fields end in. */
  readonly field: string;
  readonly youngPersonIds: Pair;
  readonly outcome: AssessmentOutcome | undefined;
  readonly controls: string;
  readonly strengths: string;
  readonly risks: string;
}

export function judgedIn(sent: SentForm, field: string, one: string, other: string): JudgedForm {
  return {
    field,
    youngPersonIds: pairOf(one, other),
    outcome: ASSESSMENT_OUTCOMES.find((outcome) => outcome === typed(sent, `outcome-${field}`)),
    controls: wordsIn(sent, `controls-${field}`),
    strengths: wordsIn(sent, `strengths-${field}`),
    risks: wordsIn(sent, `risks-${field}`),
  };
}

export function isBlank({ outcome, controls, strengths, risks }: JudgedForm): boolean {
  return outcome === undefined && `${controls}${strengths}${risks}` === '';
}

export function wrongJudgement({ field, outcome, controls, strengths, risks }: JudgedForm): FieldError[] {
  const words = (name: string, value: string, ask = '') =>
    wrongText({ name: `${name}-${field}`, value, ask }, LONGEST);
  const needsControls = outcome === 'with-controls' || controls.length > LONGEST;
  const ask = 'Say what goes well between them, what could go wrong, or both.';
  return [
    ...(outcome ? [] : [{ pointer: `/outcome-${field}`, detail: 'Choose what you judged.' }]),
    ...(needsControls ? words('controls', controls, 'Say the controls that make it safe.') : []),
    ...(outcome && outcome !== 'with-controls' && controls
      ? [
          {
            pointer: `/controls-${field}`,
            detail: 'Choose “Compatible with controls”, or clear these controls.',
          },
        ]
      : []),
    ...(strengths || !risks ? words('strengths', strengths, ask) : []),
    ...(risks ? words('risks', risks) : []),
  ];
}

/** As the service takes it; nothing while no outcome is chosen. */
export function judgement(judged: JudgedForm, reviewOn: string): NewAssessmentDto[] {
  const { youngPersonIds, outcome, controls, strengths, risks } = judged;
  if (!outcome) return [];
  return [
    {
      ...{ youngPersonIds: [...youngPersonIds], outcome, reviewOn },
      ...(controls ? { controls } : {}),
      ...(strengths ? { strengths } : {}),
      ...(risks ? { risks } : {}),
    },
  ];
}

/** The service points into its list of pairs; the form has a field for each, and one review for all. */
export function atFormFields(errors: readonly FieldError[], sent: readonly JudgedForm[]): FieldError[] {
  return errors.map(({ pointer, detail }) => {
    const [, index, name = 'outcome'] = /^\/assessments\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    if (index === undefined) return { pointer, detail };
    const { field } = sent[Number(index)] ?? { field: '' };
    return { pointer: name === 'reviewOn' ? '/reviewOn' : `/${name}-${field}`, detail };
  });
}

/** Browsers send lines with a carriage return. */
export function wordsIn(sent: SentForm, name: string): string {
  return typed(sent, name).replaceAll('\r\n', '\n');
}
