import { wrongDate } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { judgedIn, judgement, wrongJudgement, type JudgedForm } from './judged-form';
import type { NewAssessmentDto } from './judgements.dto';

/** What is judged of the young person and one other; its fields are named after the other. */
export interface JudgedWith extends JudgedForm {
  readonly otherId: string;
}

export interface AssessForm {
  readonly key: string;
  readonly youngPersonId: string;
  readonly search: string;
  readonly reviewOn: string;
  readonly judged: readonly JudgedWith[];
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
      .map((otherId) => ({ ...judgedIn(sent, otherId, youngPersonId, otherId), otherId })),
  };
}

/** As the service takes them, one a pair. @throws Misshapen at each field that is missing. */
export function assessments({ judged, reviewOn }: AssessForm): NewAssessmentDto[] {
  const wrong = [
    ...(judged.length > 0 ? [] : [{ pointer: '/with', detail: 'Choose who to assess them with.' }]),
    ...judged.flatMap(wrongJudgement),
    ...wrongDate({ name: 'reviewOn', value: reviewOn, ask: 'Enter the last day this holds.' }),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  return judged.flatMap((each) => judgement(each, reviewOn));
}
