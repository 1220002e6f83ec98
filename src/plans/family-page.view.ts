import { ageOn } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { CAS_PLAN_WORDS, SUPPORT_WORDS } from '../domain/plan-words';
import { sayDate, sayStay } from '../domain/say-dates';
import { KIND_WORDS, STATUS_WORDS } from '../domain/stay-words';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Stay } from '../stays/stay.entity';
import type { CasPlanFile } from './cas-plan-records.service';
import { supportOn } from './cas-plan.view';
import type { FamilyFile } from './family-files.service';
import { planCard } from './plan-card.view';
import { reviewOf } from './review.view';

const DONE: Readonly<Record<string, string>> = {
  added: 'They are on file now.',
  opened: 'The CAS plan is open. Now make a short-break plan for each young person who needs one.',
};

export function familyPageView(file: FamilyFile, reader: Person, done: string) {
  const { family, youngPeople, casPlans, today } = file;
  const live = casPlans.find(({ plan }) => plan.status !== 'closed');
  const mayKeep = may(reader.role, 'keep plans');
  const mayDraft = mayKeep && live?.plan.status === 'open';
  return {
    title: family.reference,
    caption: 'Family',
    notice: DONE[done],
    back: { text: reader.role === 'worker' ? 'My families' : 'All families', href: '/families' },
    casPlan: live && casPlanCard(live, today),
    past: casPlans.filter((each) => each !== live).map((each) => casPlanCard(each, today)),
    youngPeople: youngPeople.map((youngPerson) => youngPersonCard(youngPerson, file, reader, mayDraft)),
    due: dueOf(file, live),
    links: {
      open: mayKeep && !live ? `/families/${family.id}/cas-plan/new` : undefined,
      ask: mayDraft && may(reader.role, 'ask for breaks') ? `/requests/new?family=${family.id}` : undefined,
      add: mayKeep ? `/young-people/new?family=${family.id}` : undefined,
    },
  };
}

function casPlanCard({ plan, keyWorkerName, supports, goals }: CasPlanFile, today: string) {
  const support = supportOn(today, supports);
  return {
    href: `/cas-plans/${plan.id}`,
    status: CAS_PLAN_WORDS[plan.status],
    facts: [
      { key: 'Key worker', text: keyWorkerName },
      {
        key: 'Support',
        text: support ? SUPPORT_WORDS[support.kind] : '',
        lines: support?.socialWorker ? [`with ${support.socialWorker}`] : [],
      },
      { key: 'Review', text: sayDate(plan.reviewOn) },
    ],
    goals: goals.filter(({ endedOn }) => endedOn === null).map(({ text }) => text),
  };
}

function youngPersonCard(
  youngPerson: YoungPerson,
  { shortBreakPlans, stays, today }: FamilyFile,
  reader: Person,
  mayDraft: boolean,
) {
  const { id, dateOfBirth } = youngPerson;
  const own = shortBreakPlans.filter(({ plan }) => plan.youngPersonId === id);
  const isOver = ({ plan }: (typeof own)[number]) => plan.status === 'ended' || plan.endsOn <= today;
  return {
    name: fullName(youngPerson),
    href: may(reader.role, 'know who stays') ? `/young-people/${id}` : undefined,
    age: ageOn(dateOfBirth, today),
    plans: own.filter((each) => !isOver(each)).map((each) => planCard(each, today)),
    over: own.filter(isOver).map((each) => planCard(each, today)),
    stays: stays
      .filter(({ youngPersonId }) => youngPersonId === id)
      .map((stay) => stayLine(stay, today, reader)),
    nightsHref: `/young-people/${id}/nights`,
    caseRecordHref: may(reader.role, 'read case records') ? `/young-people/${id}/case-records` : undefined,
    newHref: mayDraft ? `/short-break-plans/new?youngPerson=${id}` : undefined,
  };
}

export function stayLine(
  stay: Pick<Stay, 'id' | 'arrivesOn' | 'departsOn' | 'status' | 'kind'>,
  today: string,
  reader: Person,
) {
  return {
    when: sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today),
    href: may(reader.role, 'look at stays') ? `/stays/${stay.id}` : undefined,
    status: STATUS_WORDS[stay.status],
    kind: stay.kind === 'emergency' ? KIND_WORDS.emergency : undefined,
  };
}

/** Reviews whose day has passed, of the family's plan and of each young person's. */
function dueOf({ shortBreakPlans, youngPeople, today }: FamilyFile, live: CasPlanFile | undefined): string[] {
  const names = new Map(youngPeople.map((each) => [each.id, each.givenName]));
  const overdue = shortBreakPlans
    .filter(({ plan }) => plan.status === 'agreed' && plan.endsOn > today && plan.reviewOn < today)
    .map(
      ({ plan }) =>
        `${names.get(plan.youngPersonId) ?? 'A young person'}’s short-break plan: ${reviewOf(plan.reviewOn, today).text.replace('Review', 'review')}.`,
    );
  const own = live?.plan.status === 'open' && live.plan.reviewOn < today;
  return own
    ? [`The CAS plan: ${reviewOf(live.plan.reviewOn, today).text.replace('Review', 'review')}.`, ...overdue]
    : overdue;
}
