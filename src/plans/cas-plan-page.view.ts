import { casPlanActions } from '../domain/cas-plan-actions';
import { CAS_PLAN_WORDS, CLOSED_REASON_WORDS, SUPPORT_WORDS } from '../domain/plan-words';
import { sayDate } from '../domain/say-dates';
import type { Family } from '../people/family.entity';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { CAS_PLAN_ACTION_WORDS, CAS_PLAN_FORMS } from './cas-plan-action-words';
import type { CasPlanFile, Support } from './cas-plan-records.service';
import { reviewOf } from './review.view';

interface Reading {
  readonly today: string;
  readonly by: Person;
  readonly done: string;
}

export function casPlanPageView(file: CasPlanFile, family: Family, { today, by, done }: Reading) {
  const { plan, keyWorkerName, goals, supports } = file;
  const actions = casPlanActions(plan.status, may(by.role, 'keep plans'));
  const action = CAS_PLAN_FORMS.find((each) => each === done);
  return {
    title: `CAS plan of ${family.reference}`,
    status: CAS_PLAN_WORDS[plan.status],
    review: plan.status === 'open' ? reviewOf(plan.reviewOn, today) : undefined,
    notice: action && CAS_PLAN_ACTION_WORDS[action].done,
    back: { text: family.reference, href: `/families/${family.id}` },
    facts: [
      { key: 'Key worker', text: keyWorkerName },
      { key: 'Began', text: sayDate(plan.startsOn) },
      ...factIf('Dormant from', plan.dormantFrom && sayDate(plan.dormantFrom), plan.dormantReason),
      ...factIf('Closed', plan.endsOn && sayDate(plan.endsOn), plan.closedWords),
      ...factIf('Why', plan.closedReason && CLOSED_REASON_WORDS[plan.closedReason], null),
      { key: 'Next review', text: sayDate(plan.reviewOn), href: `/cas-plans/${plan.id}/reviews` },
      { key: 'Opened by', text: plan.recordedByName },
    ],
    goals: goals.map(({ text, endedOn }) => ({ text, ended: endedOn && `Ended ${sayDate(endedOn)}` })),
    supports: supports
      .filter(({ fromOn, toOn }) => fromOn !== toOn)
      .map(supportLine)
      .reverse(),
    actions: CAS_PLAN_FORMS.filter((name) => actions.some((each) => each.name === name && each.allowed)).map(
      (name) => ({ ...CAS_PLAN_ACTION_WORDS[name], href: `/cas-plans/${plan.id}/${name}` }),
    ),
  };
}

function supportLine({ kind, fromOn, toOn, socialWorker }: Support) {
  return {
    what: SUPPORT_WORDS[kind],
    whoAndWhen: toOn ? `${sayDate(fromOn)} to ${sayDate(toOn)}` : `Since ${sayDate(fromOn)}`,
    why: socialWorker ? `With ${socialWorker}` : undefined,
  };
}

function factIf(key: string, text: string | null, line: string | null) {
  return text ? [{ key, text, lines: line ? [line] : [] }] : [];
}
