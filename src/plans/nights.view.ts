import { addDays, type CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import type { NightsCounted } from '../domain/nights-counted';
import { sayDays, sayStay } from '../domain/say-dates';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { DeclaredForm } from './declared-form';
import type { DeclaredNights } from './declared-nights.service';
import type { CountedNights } from './nights-counts.service';

interface Drawing {
  readonly form: DeclaredForm;
  readonly errors: readonly FieldError[];
  readonly notice?: string | undefined;
  readonly by: Person;
}

export function nightsView(
  youngPerson: YoungPerson,
  counted: CountedNights,
  declared: readonly DeclaredNights[],
  { form, errors, notice, by }: Drawing,
) {
  const { today, upToToday, ahead, thisYear, lastYear } = counted;
  const row = (title: string, count: NightsCounted) => countedRow(title, count, counted);
  return {
    title: 'Nights and days away',
    caption: fullName(youngPerson),
    back: may(by.role, 'know who stays')
      ? { text: 'Back to the young person', href: `/young-people/${youngPerson.id}` }
      : { text: 'Back to the family', href: `/families/${youngPerson.familyId}` },
    notice,
    errors,
    action: `/young-people/${youngPerson.id}/nights`,
    said: `More than ${counted.mostNights} nights in any 12 months, or ${counted.mostNightsOfOneStay} in one stay, need a manager’s authority.`,
    rows: [
      row('12 months up to today', upToToday),
      ...(ahead ? [row('Fullest 12 months ahead', ahead)] : []),
      row('This year from April', thisYear),
      row('Last year from April', lastYear),
    ],
    form: may(by.role, 'keep people on file') ? form : undefined,
    declared: declared.map((each) => declaredLine(each, today, by)),
  };
}

function countedRow(title: string, count: NightsCounted, { today, ...most }: CountedNights) {
  const { planned, emergency, elsewhere, nights, daysTouched, longestStay, from, to } = count;
  return {
    title,
    dates: sayDays(from, addDays(to, -1), today),
    ...{ planned, emergency, elsewhere, nights, daysTouched, longestStay },
    isOver: nights > most.mostNights,
    isLong: longestStay > most.mostNightsOfOneStay,
  };
}

function declaredLine(each: DeclaredNights, today: CalendarDate, by: Person) {
  const { id, fromOn, toOn, place, recordedByName, withdrawnByName, withdrawnReason } = each;
  const isWithdrawn = each.withdrawnAt !== null;
  return {
    nights: sayStay({ from: fromOn, to: toOn }, today),
    place,
    by: recordedByName,
    withdrawn: isWithdrawn ? `Withdrawn by ${withdrawnByName ?? ''}: ${withdrawnReason ?? ''}` : undefined,
    withdrawHref:
      !isWithdrawn && may(by.role, 'keep people on file') ? `/declared-nights/${id}/withdrawal` : undefined,
  };
}
