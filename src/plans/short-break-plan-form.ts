import { LEGAL_BASES, NIGHTS_PER } from '../domain/short-break-plan';
import { addDays } from '../domain/calendar-date';
import { wrongDate, wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import type { CasGoal } from './cas-plan-records.service';
import { linesOf } from './plan-lines';
import type { ShortBreakPlanFile } from './short-break-plan-records.service';
import type { ConsentDto, ShortBreakGoalDto, TermsDto } from './short-break-plan.dto';

const LONGEST = 4000;
const LONGEST_LINE = 200;

/** What a young person works on for one goal of the family's plan; empty when nothing. */
interface GoalAnswer {
  readonly casGoalId: string;
  readonly text: string;
  readonly rated: string;
}

/** The answers about a short-break plan, half-finished ones too. */
export interface ShortBreakPlanForm {
  readonly startsOn: string;
  /** As people say it: its last night. */
  readonly lastNightOn: string;
  readonly reviewOn: string;
  readonly nightsAgreed: string;
  readonly nightsPer: string;
  readonly legalBasis: string;
  readonly goals: readonly GoalAnswer[];
  readonly activities: string;
  readonly expectations: string;
  readonly wishes: string;
  readonly consentBy: string;
  readonly consentHow: string;
  readonly consentOn: string;
}

export function planIn(sent: SentForm, casGoals: readonly CasGoal[]): ShortBreakPlanForm {
  const goals = casGoals.map(({ id }) => ({
    casGoalId: id,
    text: typed(sent, `goal-${id}`),
    rated: typed(sent, `rated-${id}`),
  }));
  return {
    startsOn: typed(sent, 'startsOn'),
    lastNightOn: typed(sent, 'lastNightOn'),
    reviewOn: typed(sent, 'reviewOn'),
    nightsAgreed: typed(sent, 'nightsAgreed'),
    nightsPer: typed(sent, 'nightsPer') || 'plan',
    legalBasis: typed(sent, 'legalBasis'),
    goals,
    activities: typed(sent, 'activities'),
    expectations: typed(sent, 'expectations'),
    wishes: typed(sent, 'wishes'),
    consentBy: typed(sent, 'consentBy'),
    consentHow: typed(sent, 'consentHow'),
    consentOn: typed(sent, 'consentOn'),
  };
}

/** What is written already, for a change or a revision. */
export function planOnFile(
  { plan, goals }: ShortBreakPlanFile,
  casGoals: readonly CasGoal[],
): ShortBreakPlanForm {
  return {
    startsOn: plan.startsOn,
    lastNightOn: addDays(plan.endsOn, -1),
    reviewOn: plan.reviewOn,
    nightsAgreed: String(plan.nightsAgreed),
    nightsPer: plan.nightsPer,
    legalBasis: plan.legalBasis,
    goals: casGoals.map(({ id }) => {
      const goal = goals.find(({ casGoalId }) => casGoalId === id);
      return { casGoalId: id, text: goal?.text ?? '', rated: String(goal?.ratedAtEntry ?? '') };
    }),
    activities: plan.activities.join('\n'),
    expectations: plan.expectations,
    wishes: plan.wishes.join('\n'),
    consentBy: plan.consentBy ?? '',
    consentHow: plan.consentHow ?? '',
    consentOn: plan.consentOn ?? '',
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function termsAsked(form: ShortBreakPlanForm): TermsDto {
  const { startsOn, lastNightOn, reviewOn, nightsAgreed, expectations } = form;
  const legalBasis = LEGAL_BASES.find((each) => each === form.legalBasis);
  const nightsPer = NIGHTS_PER.find((each) => each === form.nightsPer);
  const goals = form.goals.filter(({ text }) => text !== '');
  const errors: FieldError[] = [
    ...wrongDate({ name: 'startsOn', value: startsOn, ask: 'Enter the first night of the plan.' }),
    ...wrongDate({ name: 'lastNightOn', value: lastNightOn, ask: 'Enter the last night of the plan.' }),
    ...(reviewOn ? wrongDate({ name: 'reviewOn', value: reviewOn, ask: '' }) : []),
    ...wrongNumber(
      { name: 'nightsAgreed', value: nightsAgreed, ask: 'Enter how many nights are agreed.' },
      0,
      1000,
    ),
    ...(nightsPer ? [] : [{ pointer: '/nightsPer', detail: 'Choose what the nights are counted in.' }]),
    ...(legalBasis ? [] : [{ pointer: '/legalBasis', detail: 'Choose the legal basis.' }]),
    ...wrongGoals(form.goals, goals),
    ...wrongLines('activities', form.activities),
    ...wrongText({ name: 'expectations', value: expectations, ask: 'Say what they may expect.' }, LONGEST),
    ...wrongLines('wishes', form.wishes),
  ];
  if (!legalBasis || !nightsPer || errors.length > 0) throw new Misshapen(errors);
  return {
    ...{ startsOn, endsOn: addDays(lastNightOn, 1), legalBasis, nightsPer, expectations },
    nightsAgreed: Number(nightsAgreed),
    goals: goals.map(goalAsked),
    activities: linesOf(form.activities),
    wishes: linesOf(form.wishes),
    ...(reviewOn ? { reviewOn } : {}),
  };
}

/** All three answers or none. @throws Misshapen */
export function consentAsked(
  {
    consentBy: by,
    consentHow: how,
    consentOn: on,
  }: Pick<ShortBreakPlanForm, 'consentBy' | 'consentHow' | 'consentOn'>,
  isNeeded: boolean,
): ConsentDto | undefined {
  if (!isNeeded && ![by, how, on].some(Boolean)) return undefined;
  const errors = [
    ...wrongText({ name: 'consentBy', value: by, ask: 'Enter who gave consent.' }),
    ...wrongText({ name: 'consentHow', value: how, ask: 'Enter how they gave it.' }),
    ...wrongDate({ name: 'consentOn', value: on, ask: 'Enter the day they gave it.' }),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return { by, how, on };
}

/** The service points into the body; the form has fields of its own. */
export function atPlanFields(errors: readonly FieldError[], form: ShortBreakPlanForm): FieldError[] {
  const given = form.goals.filter(({ text }) => text !== '');
  return errors.map(({ pointer, detail }) => {
    const [, index] = /^\/goals\/(\d+)/.exec(pointer) ?? [];
    const goal = index === undefined ? undefined : given[Number(index)];
    if (goal) return { pointer: `/goal-${goal.casGoalId}`, detail };
    return { pointer: FIELDS[pointer] ?? pointer, detail };
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  '/endsOn': '/lastNightOn',
  '/consent/on': '/consentOn',
  '/on': '/consentOn',
  '/youngPersonId': '/startsOn',
  '/revisesId': '/startsOn',
};

function goalAsked({ casGoalId, text, rated }: GoalAnswer): ShortBreakGoalDto {
  return { casGoalId, text, ...(/^[1-5]$/.test(rated) ? { ratedAtEntry: Number(rated) } : {}) };
}

function wrongGoals(all: readonly GoalAnswer[], given: readonly GoalAnswer[]): FieldError[] {
  if (given.length === 0)
    return [
      {
        pointer: `/goal-${all[0]?.casGoalId ?? ''}`,
        detail: 'Enter a goal for at least one of the family’s goals.',
      },
    ];
  return given.flatMap(({ casGoalId, text }) =>
    wrongText({ name: `goal-${casGoalId}`, value: text, ask: '' }, 1000),
  );
}

function wrongLines(name: string, words: string): FieldError[] {
  const lines = linesOf(words);
  if (lines.length > 50) return [{ pointer: `/${name}`, detail: 'Enter 50 lines or fewer.' }];
  const isTooLong = lines.some((line) => line.length > LONGEST_LINE);
  return isTooLong
    ? [{ pointer: `/${name}`, detail: `Use ${LONGEST_LINE} characters or fewer a line.` }]
    : [];
}

export function youngPersonOf(link: SentForm): string {
  const id = typed(link, 'youngPerson').toLowerCase();
  return isId(id) ? id : '';
}
