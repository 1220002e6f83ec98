import { SHORT_BREAK_PLAN_WORDS } from '../domain/plan-words';
import type { Person } from '../platform/actor';
import { stayLine } from './family-page.view';
import type { Endings } from './plan-endings.service';
import { idsOf } from './endings.view';
import { sayPlanDays } from './plan-card.view';

/** What would end, by name, for the page that asks whether it should. */
export function endingLines(
  endings: Endings,
  names: ReadonlyMap<string, string>,
  today: string,
  reader: Person,
) {
  const nameOf = (id: string) => names.get(id) ?? 'A young person';
  return {
    plans: endings.shortBreakPlans.map(({ id, youngPersonId, startsOn, endsOn, status }) => ({
      href: `/short-break-plans/${id}`,
      text: `${nameOf(youngPersonId)}, ${sayPlanDays(startsOn, endsOn, today)}`,
      status: SHORT_BREAK_PLAN_WORDS[status],
    })),
    stays: endings.stays.map((stay) => ({
      ...stayLine({ ...stay, kind: 'planned' }, today, reader),
      who: nameOf(stay.youngPersonId),
    })),
    requests: endings.requests.map(({ said }) => said),
    stayed: endings.stayed
      .filter(({ status }) => status === 'in-residence')
      .map((stay) => ({
        ...stayLine({ ...stay, kind: 'planned' }, today, reader),
        who: nameOf(stay.youngPersonId),
      })),
    ids: idsOf(endings),
  };
}

export type EndingLines = ReturnType<typeof endingLines>;
