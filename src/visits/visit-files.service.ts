import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { placesOn, visitConflicts } from '../domain/day-visits';
import type { Finding } from '../domain/findings';
import { londonDate } from '../domain/london';
import { listNights, type Nights } from '../domain/nights';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import type { YoungPerson } from '../people/young-person.entity';
import { Clock } from '../platform/clock';
import { NotThere } from '../platform/problem';
import { UnitChoice } from '../units/unit-choice.service';
import type { Unit } from '../units/unit.entity';
import type { DayVisitRecord } from './day-visit.entity';
import { peersIn, type Names } from './visit-finding.view';
import { VisitRecords } from './visit-records.service';

export interface Where {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly today: CalendarDate;
}

export interface VisitDay {
  readonly on: CalendarDate;
  readonly places: number;
  readonly visits: readonly { readonly visit: DayVisitRecord; readonly conflicts: readonly Finding[] }[];
}

export type Candidate = Pick<
  YoungPerson,
  'id' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

const MOST_SHOWN = 10;

/** What the pages of day visits need to know, gathered. */
@Injectable()
export class VisitFiles {
  constructor(
    private readonly choice: UnitChoice,
    private readonly records: VisitRecords,
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly clock: Clock,
  ) {}

  /** The unit asked for, or the first at work. @throws NotThere */
  async where(unitId: string): Promise<Where> {
    const chosen = await this.choice.choose(unitId);
    if (!chosen) throw new NotThere('There is no unit yet.');
    return { unit: chosen.unit, units: chosen.units, today: londonDate(this.clock.now()) };
  }

  /** So many days from today on, with whoever comes; those who cancelled are not among them. */
  async ahead({ unit, today }: Where, days: number): Promise<{ days: VisitDay[]; names: Names }> {
    const span: Nights = { from: today, to: addDays(today, days) };
    const { visits, facts } = await this.records.during(unit.id, span);
    const coming = visits.filter(({ status }) => status !== 'cancelled');
    const ids = coming.map(({ youngPersonId }) => youngPersonId);
    return {
      names: await this.people.namesOf(ids),
      days: listNights(span).map((on) => ({
        on,
        places: placesOn(on, facts.visitPlaces),
        visits: coming
          .filter((visit) => visit.on === on)
          .map((visit) => ({ visit, conflicts: visitConflicts(visit, facts) })),
      })),
    };
  }

  async namesIn(youngPersonId: string, findings: readonly Finding[]): Promise<Names> {
    return this.people.namesOf([youngPersonId, ...peersIn(findings)]);
  }

  /** Whoever is chosen, then those found; each once. @throws Misshapen */
  async candidates(chosenId: string, words: string): Promise<Candidate[]> {
    const chosen = chosenId ? await this.people.byIds([chosenId], () => '/youngPersonId') : [];
    const { items } =
      words || !chosenId
        ? await this.search.findAmongAll({ limit: MOST_SHOWN, ...(words ? { search: words } : {}) })
        : { items: [] };
    return [...new Map<string, Candidate>([...chosen, ...items].map((each) => [each.id, each])).values()];
  }
}
