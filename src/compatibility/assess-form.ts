import { ASSESSMENT_OUTCOMES, type AssessmentOutcome } from '../domain/diary';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import type { NewAssessmentDto } from './judgements.dto';

const LONGEST = 4000;

/** What is judged of the young person and one other; half-finished too. */
export interface JudgedForm {
  readonly otherId: string;
  readonly outcome: AssessmentOutcome | undefined;
  readonly controls: string;
  readonly reasons: string;
}

export interface AssessForm {
  readonly key: string;
  readonly youngPersonId: string;
  readonly search: string;
  readonly reviewOn: string;
  readonly judged: readonly JudgedForm[];
}

/** From a link: `?with=` once for each of the others. */
export function assessFromLink(
  link: SentForm,
  youngPersonId: string,
  key: string,
  reviewOn: string,
): AssessForm {
  return { ...assessIn({ ...link, key }, youngPersonId), reviewOn };
}

export function assessIn(sent: SentForm, youngPersonId: string): AssessForm {
  const others = ticked(sent, 'with').map((id) => id.toLowerCase());
  return {
    key: typed(sent, 'key'),
    youngPersonId,
    search: typed(sent, 'search').slice(0, 100),
    reviewOn: typed(sent, 'reviewOn'),
    judged: others
      .filter((id) => isId(id) && id !== youngPersonId)
      .map((otherId) => ({
        otherId,
        outcome: ASSESSMENT_OUTCOMES.find((outcome) => outcome === typed(sent, `outcome-${otherId}`)),
        controls: wordsIn(sent, `controls-${otherId}`),
        reasons: wordsIn(sent, `reasons-${otherId}`),
      })),
  };
}

/** As the service takes them, one a pair. @throws Misshapen at each field that is missing. */
export function assessments({ youngPersonId, judged, reviewOn }: AssessForm): NewAssessmentDto[] {
  const wrong = [
    ...(judged.length > 0 ? [] : [{ pointer: '/with', detail: 'Choose who to assess them with.' }]),
    ...judged.flatMap(wrongJudgement),
    ...wrongDate({ name: 'reviewOn', value: reviewOn, ask: 'Enter the last day this holds.' }),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  return judged.flatMap(({ otherId, outcome, controls, reasons }) =>
    outcome
      ? [
          {
            youngPersonIds: [youngPersonId, otherId],
            outcome,
            reasons,
            reviewOn,
            ...(controls ? { controls } : {}),
          },
        ]
      : [],
  );
}

function wrongJudgement({ otherId, outcome, controls, reasons }: JudgedForm): FieldError[] {
  const atControls = {
    name: `controls-${otherId}`,
    value: controls,
    ask: 'Say the controls that make it safe.',
  };
  return [
    ...(outcome ? [] : [{ pointer: `/outcome-${otherId}`, detail: 'Choose what you judged.' }]),
    ...(outcome === 'with-controls' || controls.length > LONGEST ? wrongText(atControls, LONGEST) : []),
    ...(outcome && outcome !== 'with-controls' && controls
      ? [
          {
            pointer: `/controls-${otherId}`,
            detail: 'Choose “Compatible with controls”, or clear these controls.',
          },
        ]
      : []),
    ...wrongText({ name: `reasons-${otherId}`, value: reasons, ask: 'Give your reasons.' }, LONGEST),
  ];
}

/** Browsers send lines with a carriage return. */
export function wordsIn(sent: SentForm, name: string): string {
  return typed(sent, name).replaceAll('\r\n', '\n');
}
