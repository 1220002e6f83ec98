import { mostAtOnce, sayTimes, takesAPlace, VISIT_WORDS } from '../domain/day-visit';
import { findingTitle } from '../domain/finding-titles';
import { sayDays } from '../domain/say-dates';
import type { Names } from './visit-finding.view';
import type { VisitDay, Where } from './visit-files.service';

export function visitListView({ unit, units, today }: Where, days: readonly VisitDay[], names: Names) {
  return {
    title: 'Day visits',
    unit,
    units,
    bookHref: `/day-visits/new?unit=${unit.id}`,
    days: days.map(({ on, places, visits }) => ({
      id: `day-${on}`,
      title: on === today ? `Today, ${sayDays(on, on, today)}` : sayDays(on, on, today),
      left: placesLeft(on, places, visits),
      bookHref: `/day-visits/new?unit=${unit.id}&on=${on}`,
      visits: visits.map(({ visit, conflicts }) => ({
        name: names.get(visit.youngPersonId) ?? '',
        href: `/day-visits/${visit.id}`,
        times: sayTimes(visit),
        purpose: visit.purpose,
        status: VISIT_WORDS[visit.status],
        conflicts: [...new Set(conflicts.map(({ code }) => findingTitle(code)))].join(', '),
      })),
    })),
  };
}

/** At the busiest moment of the day. */
function placesLeft(on: string, places: number, visits: VisitDay['visits']): string {
  const coming = visits.map(({ visit }) => visit).filter(takesAPlace);
  const wholeDay = { on, fromTime: '00:00', toTime: '24:00' };
  const left = Math.max(0, places - mostAtOnce(coming, wholeDay));
  if (coming.length === 0) return places === 1 ? '1 place' : `${places} places`;
  return left === 0 ? 'Full at its busiest' : `${left} of ${places} places left at its busiest`;
}
