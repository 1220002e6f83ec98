import { addDays, earlierOf, type CalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';
import { Misshapen, type FieldError } from '../platform/problem';
import type { CasGoal } from './cas-plan-records.service';
import type { ShortBreakGoalDto, TermsDto } from './short-break-plan.dto';
import type { ShortBreakPlan } from './short-break-plan.entity';

const REVIEW_DAYS = 42;

/** What two sides agree to: as it is written down, and kept version after version. */
export type PlanTerms = Pick<
  ShortBreakPlan,
  | 'startsOn'
  | 'endsOn'
  | 'nightsAgreed'
  | 'nightsPer'
  | 'legalBasis'
  | 'activities'
  | 'expectations'
  | 'wishes'
  | 'reviewOn'
>;

export function termsOf({ goals, ...asked }: TermsDto): PlanTerms {
  const { startsOn, endsOn, nightsAgreed, legalBasis } = asked;
  return {
    startsOn,
    endsOn,
    nightsAgreed,
    legalBasis,
    nightsPer: asked.nightsPer ?? 'plan',
    activities: (asked.activities ?? []).map((each) => each.trim()).filter(Boolean),
    expectations: asked.expectations ?? '',
    wishes: (asked.wishes ?? []).map((each) => each.trim()).filter(Boolean),
    reviewOn: asked.reviewOn ?? earlierOf(addDays(startsOn, REVIEW_DAYS), endsOn),
  };
}

/** @throws Misshapen for dates outside the CAS plan, a review before the start, a goal that serves none. */
export function refuseImpossibleTerms(
  { startsOn, endsOn, reviewOn }: PlanTerms,
  goals: readonly Pick<ShortBreakGoalDto, 'casGoalId'>[],
  casPlan: { readonly startsOn: CalendarDate; readonly goals: readonly CasGoal[] },
): void {
  const errors: FieldError[] = [
    ...wrongIf(
      startsOn < casPlan.startsOn,
      '/startsOn',
      `The family’s CAS plan begins on ${sayDate(casPlan.startsOn)}: begin then or later.`,
    ),
    ...wrongIf(
      endsOn <= startsOn,
      '/endsOn',
      'The plan must have a night: end on a later day than it begins.',
    ),
    ...wrongIf(reviewOn < startsOn, '/reviewOn', 'The review cannot be before the plan begins.'),
    ...goals.flatMap(({ casGoalId }, index) =>
      wrongGoal(`/goals/${index}/casGoalId`, casGoalId, casPlan.goals),
    ),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
}

function wrongGoal(pointer: string, casGoalId: string, casGoals: readonly CasGoal[]): FieldError[] {
  const served = casGoals.find(({ id }) => id === casGoalId);
  if (!served)
    return [{ pointer, detail: 'Each goal serves a goal of the family’s CAS plan: choose one of them.' }];
  return wrongIf(served.endedOn !== null, pointer, 'That goal of the CAS plan has ended: choose another.');
}

function wrongIf(isWrong: boolean, pointer: string, detail: string): FieldError[] {
  return isWrong ? [{ pointer, detail }] : [];
}
