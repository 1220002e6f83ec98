import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { CAS_PLAN_WORDS, SHORT_BREAK_PLAN_WORDS } from '../domain/plan-words';
import { REQUEST_WORDS } from '../domain/request-words';
import { roomName } from '../domain/room-name';
import { sayAsk, sayTogether } from '../domain/say-ask';
import { sayDays, sayStay } from '../domain/say-dates';
import { STATUS_WORDS } from '../domain/stay-words';
import { TASK_WORDS } from '../domain/task';
import { hasEveryWord } from '../domain/words-in';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Found } from './found.service';

interface FoundLine {
  readonly text: string;
  readonly href: string;
  readonly about?: string | undefined;
  readonly status?: { readonly text: string; readonly tone: string };
}

interface Group {
  readonly title: string;
  readonly lines: readonly FoundLine[];
}

/** What was found, of each kind under its own heading. */
export function foundGroups(found: Found, asked: string, today: CalendarDate, reader: Person): Group[] {
  const nameOf = (id: string) => found.names.get(id) ?? '';
  return [
    { title: 'Young people', lines: found.people.map((child) => childLine(child, today, reader)) },
    {
      title: 'Families',
      lines: found.families.map(({ id, reference }) => ({ text: reference, href: `/families/${id}` })),
    },
    {
      title: 'Stays now and ahead',
      lines: found.stays.map((stay) => ({
        text: nameOf(stay.youngPersonId),
        href: `/stays/${stay.id}`,
        about: sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today),
        status: STATUS_WORDS[stay.status],
      })),
    },
    {
      title: 'Requests to be answered',
      lines: found.requests.map((request) => ({
        text: sayTogether(request.youngPersonIds.map(nameOf)),
        href: `/requests/${request.id}`,
        about: sayAsk(request, today),
        status: REQUEST_WORDS[request.status],
      })),
    },
    { title: 'Plans', lines: [...casPlanLines(found), ...shortBreakPlanLines(found, today)] },
    {
      title: 'Tasks',
      lines: found.tasks.map(({ id, kind, words }) => ({
        text: TASK_WORDS[kind],
        href: `/tasks/${id}`,
        about: words,
      })),
    },
    { title: 'Units and rooms', lines: unitLines(found, asked, reader) },
  ];
}

function childLine(child: Found['people'][number], today: CalendarDate, reader: Person): FoundLine {
  const seesFile = may(reader.role, 'know who stays');
  return {
    text: fullName(child),
    href: seesFile ? `/young-people/${child.id}` : `/families/${child.familyId}`,
    about: `Aged ${ageOn(child.dateOfBirth, today)}, ${child.caseReference}`,
  };
}

function casPlanLines({ casPlans, families }: Found): FoundLine[] {
  return casPlans.map(({ plan, keyWorkerName }) => {
    const family = families.find(({ id }) => id === plan.familyId);
    return {
      text: family ? `CAS plan of ${family.reference}` : 'The family’s CAS plan',
      href: `/cas-plans/${plan.id}`,
      about: `Held by ${keyWorkerName}`,
      status: CAS_PLAN_WORDS[plan.status],
    };
  });
}

function shortBreakPlanLines({ plans, names }: Found, today: CalendarDate): FoundLine[] {
  return plans.map(({ plan }) => ({
    text: `Short-break plan of ${names.get(plan.youngPersonId) ?? ''}`,
    href: `/short-break-plans/${plan.id}`,
    about: sayDays(plan.startsOn, plan.endsOn, today),
    status: SHORT_BREAK_PLAN_WORDS[plan.status],
  }));
}

/** Who may not see the board may not learn of a room either: it can single out who is in it. */
function unitLines({ units }: Found, asked: string, { role }: Person): FoundLine[] {
  return units.flatMap(({ unit, rooms }) => {
    const href = `/units/${unit.id}`;
    const named = may(role, 'look at the board')
      ? rooms.filter((room) => hasEveryWord(roomName(room), asked))
      : [];
    return [
      ...(hasEveryWord(unit.name, asked) ? [{ text: unit.name, href }] : []),
      ...named.map((room) => ({ text: roomName(room), href, about: unit.name })),
    ];
  });
}
