import { fullName } from '../domain/full-name';
import { LEGAL_BASIS_WORDS, NIGHTS_PER_WORDS, SHORT_BREAK_PLAN_WORDS } from '../domain/plan-words';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { sayNightCount } from '../domain/say-numbers';
import type { ShortBreakPlanActionName } from '../domain/short-break-plan-actions';
import type { Person } from '../platform/actor';
import { stayLine } from './family-page.view';
import { sayPlanDays } from './plan-card.view';
import type { PlanPageFile } from './plan-files.service';
import { versionLines } from './plan-versions.view';
import { reviewOf } from './review.view';
import { PLAN_ACTION_WORDS, PLAN_ACTIONS_IN_ORDER } from './short-break-plan-action-words';
import { actionsOf } from './short-break-plan.view';

export function shortBreakPlanPageView(page: PlanPageFile, by: Person, done: string, key: string) {
  const { file, youngPerson, familyReference, stays, today } = page;
  const { plan, casPlan, goals, versions } = file;
  const actions = actionsOf(file, by);
  const allowed = PLAN_ACTIONS_IN_ORDER.filter((name) =>
    actions.some((each) => each.name === name && each.allowed),
  );
  const acted = PLAN_ACTIONS_IN_ORDER.find((each) => each === done);
  return {
    title: `Short-break plan of ${fullName(youngPerson)}`,
    status: SHORT_BREAK_PLAN_WORDS[plan.status],
    dates: sayPlanDays(plan.startsOn, plan.endsOn, today),
    review: plan.status === 'ended' ? undefined : reviewOf(plan.reviewOn, today),
    notice:
      done === 'drafted'
        ? 'The draft is saved. Now both sides agree it.'
        : acted && PLAN_ACTION_WORDS[acted].done,
    back: { text: familyReference, href: `/families/${casPlan.familyId}` },
    figures: plan.status === 'agreed' ? figuresOf(page) : [],
    facts: factsOf(page),
    agreement: {
      key,
      version: plan.version,
      isAllowed: allowed.includes('agreement'),
      id: plan.id,
      sides: sidesSaid(page),
    },
    goals: goals.map(({ text, casGoalText, ratedAtEntry }) => ({
      text,
      serves: casGoalText,
      rated: ratedAtEntry === null ? undefined : `${ratedAtEntry} of 5 at the start`,
    })),
    activities: plan.activities,
    expectations: plan.expectations,
    wishes: plan.wishes,
    stays: stays.map((stay) => stayLine(stay, today, by)),
    actions: allowed
      .filter((name) => name !== 'agreement')
      .map((name) => ({ ...PLAN_ACTION_WORDS[name], href: hrefOf(name, plan.id) })),
    versions: versionLines(versions, today),
  };
}

function hrefOf(name: ShortBreakPlanActionName, id: string): string {
  return name === 'revision' ? `/short-break-plans/new?revises=${id}` : `/short-break-plans/${id}/${name}`;
}

function figuresOf({ file: { plan, balance }, today }: PlanPageFile) {
  const { agreed, used, booked, left, emergency, period } = balance;
  const during = plan.nightsPer === 'plan' ? 'in the whole plan' : sayPlanDays(period.from, period.to, today);
  return [
    { value: agreed, label: 'Nights agreed', how: during },
    { value: used, label: 'Used', how: 'Planned nights that are over' },
    { value: booked, label: 'Booked', how: 'Planned nights from tonight on' },
    { value: left, label: 'Left', how: `${agreed} agreed less ${used} used and ${booked} booked` },
    ...(emergency > 0 ? [{ value: emergency, label: 'Emergency', how: 'They use up nothing agreed' }] : []),
  ];
}

/** The meetings there have been are a click away, whether or not another is due. */
function meetingFact({ id, status, reviewOn }: PlanPageFile['file']['plan']) {
  const text = status === 'ended' ? 'None: the plan has ended' : sayDate(reviewOn);
  return { key: 'Next progress meeting', text, href: `/short-break-plans/${id}/progress-meetings` };
}

function factsOf({ file: { plan } }: PlanPageFile) {
  return [
    { key: 'Nights agreed', text: `${sayNightCount(plan.nightsAgreed)} ${NIGHTS_PER_WORDS[plan.nightsPer]}` },
    { key: 'Legal basis', text: LEGAL_BASIS_WORDS[plan.legalBasis] },
    consentFact(plan),
    meetingFact(plan),
    ...(plan.revisesId
      ? [{ key: 'Revises', text: 'The plan before', href: `/short-break-plans/${plan.revisesId}` }]
      : []),
    ...(plan.endedReason ? [endedFact(plan.endedOn, plan.endedReason)] : []),
    { key: 'Drafted by', text: plan.recordedByName },
  ];
}

function endedFact(endedOn: string | null, reason: string) {
  return endedOn
    ? { key: 'Ended', text: sayDate(endedOn), lines: [reason] }
    : { key: 'Shortened', text: reason };
}

function consentFact(plan: PlanPageFile['file']['plan']) {
  const { consentBy, consentHow, consentOn, consentWithdrawnOn, consentWithdrawnReason } = plan;
  if (!consentBy || !consentOn) return { key: 'Consent', text: 'None yet: no break can be booked' };
  const withdrawn = consentWithdrawnOn
    ? [`Withdrawn from ${sayDate(consentWithdrawnOn)}: ${consentWithdrawnReason ?? ''}`]
    : [];
  return {
    key: 'Consent',
    text: consentBy,
    lines: [`${consentHow ?? ''}, ${sayDate(consentOn)}`, ...withdrawn],
  };
}

function sidesSaid({ file: { plan } }: PlanPageFile) {
  const said = (name: string | null, at: Date | null) =>
    name && at ? `${name}, ${sayMoment(at)}` : 'Not yet';
  return [
    { key: 'Key worker', text: said(plan.keyWorkerAgreedName, plan.keyWorkerAgreedAt) },
    { key: 'Manager', text: said(plan.managerAgreedName, plan.managerAgreedAt) },
  ];
}
