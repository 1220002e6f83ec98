import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { sayStay } from '../domain/say-dates';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Stay } from '../stays/stay.entity';
import type { Listed, PeopleList } from './people-list.service';

interface Row {
  readonly name: string;
  readonly href: string;
  readonly age: number;
  readonly caseReference: string;
  readonly stay:
    | { readonly text: string; readonly tone: string; readonly when: string; readonly href: string }
    | undefined;
}

export interface PeopleListView {
  readonly title: string;
  readonly search: string;
  readonly rows: readonly Row[];
  readonly said: string;
  readonly more: string | undefined;
  readonly mayAdd: boolean;
}

export function peopleListView(
  search: string,
  { found, stays }: PeopleList,
  today: CalendarDate,
  reader: Person,
): PeopleListView {
  return {
    title: 'Young people',
    search,
    rows: found.items.map((each) => row(each, stays.get(each.id), today)),
    said: search ? `Those who fit “${search}” best come first.` : 'Everybody on file, by name.',
    more: found.nextCursor ? address({ search, cursor: found.nextCursor }) : undefined,
    mayAdd: may(reader.role, 'keep people on file'),
  };
}

function row(each: Listed, stay: Stay | undefined, today: CalendarDate): Row {
  return {
    name: fullName(each),
    href: `/young-people/${each.id}`,
    age: ageOn(each.dateOfBirth, today),
    caseReference: each.caseReference,
    stay: stay && {
      ...(stay.status === 'in-residence' ? STATUS_WORDS[stay.status] : { text: 'Coming', tone: 'busy' }),
      when: sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today),
      href: `/stays/${stay.id}`,
    },
  };
}

function address(query: Readonly<Record<string, string>>): string {
  return `/young-people?${new URLSearchParams(query).toString()}`;
}
