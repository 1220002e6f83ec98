import { AGES } from './ages';
import { AGREED_AND_DELIVERED } from './agreed-and-delivered';
import { BY_MONTH } from './by-month';
import { BY_NIGHT } from './by-night';
import { CANCELLATIONS } from './cancellations';
import { COST } from './cost-of-a-night';
import { LEAD_TIMES } from './lead-times';
import type { Question } from './question';
import { REFUSALS } from './refusals';
import { SUPPORT } from './support';
import { WHERE_NIGHTS_WENT } from './where-nights-went';
import { YEAR } from './year';

/** Every question there is, in the order of the index. */
export const QUESTIONS: readonly Question[] = [
  WHERE_NIGHTS_WENT,
  BY_MONTH,
  YEAR,
  BY_NIGHT,
  COST,
  CANCELLATIONS,
  REFUSALS,
  LEAD_TIMES,
  AGES,
  SUPPORT,
  AGREED_AND_DELIVERED,
];

export function questionCalled(key: string): Question | undefined {
  return QUESTIONS.find((question) => question.key === key);
}
