import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { NewCasReviewDto } from './cas-review.dto';

const LONGEST_DECISIONS = 4000;

export interface CasReviewForm extends NewCasReviewDto {
  readonly key: string;
}

export function casReviewIn(sent: SentForm): CasReviewForm {
  return {
    key: typed(sent, 'key'),
    heldOn: typed(sent, 'heldOn'),
    decisions: typed(sent, 'decisions'),
    nextReviewOn: typed(sent, 'nextReviewOn'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function casReviewAsked({ heldOn, decisions, nextReviewOn }: CasReviewForm): NewCasReviewDto {
  const errors = [
    ...wrongDate({ name: 'heldOn', value: heldOn, ask: 'Enter when the review was held.' }),
    ...wrongText({ name: 'decisions', value: decisions, ask: 'Write what was decided.' }, LONGEST_DECISIONS),
    ...wrongDate({ name: 'nextReviewOn', value: nextReviewOn, ask: 'Enter when the next review is due.' }),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return { heldOn, decisions, nextReviewOn };
}
