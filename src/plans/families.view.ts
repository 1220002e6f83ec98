import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { CAS_PLAN_WORDS } from '../domain/plan-words';
import type { FamilyRecords } from '../people/people.service';
import type { Person } from '../platform/actor';
import type { Listing } from '../platform/listing';
import { may } from '../platform/may';
import type { CasPlanFile } from './cas-plan-records.service';
import { reviewOf } from './review.view';

interface FoundFamilies {
  readonly search: string;
  readonly found: Listing<FamilyRecords & { readonly id: string }>;
  readonly plans: ReadonlyMap<string, CasPlanFile>;
}

export function familiesView({ search, found, plans }: FoundFamilies, today: CalendarDate, reader: Person) {
  const isWorker = reader.role === 'worker';
  return {
    title: isWorker ? 'My families' : 'Families',
    search,
    rows: found.items.map(({ id, family, youngPeople }) => {
      const file = plans.get(id);
      return {
        name: family.reference,
        href: `/families/${id}`,
        youngPeople: youngPeople
          .map(({ givenName, dateOfBirth }) => `${givenName}, ${ageOn(dateOfBirth, today)}`)
          .join('; '),
        plan: file ? CAS_PLAN_WORDS[file.plan.status] : { text: 'No open plan', tone: 'quiet' },
        keyWorker: isWorker ? undefined : file?.keyWorkerName,
        review: file && reviewOf(file.plan.reviewOn, today),
      };
    }),
    more: found.nextCursor
      ? `/families?${new URLSearchParams({ search, cursor: found.nextCursor }).toString()}`
      : undefined,
    addHref: may(reader.role, 'keep plans') ? '/young-people/new' : undefined,
    nothing: isWorker
      ? 'You hold no family’s plan yet. Add a family to open one.'
      : 'No family is on file yet.',
  };
}
