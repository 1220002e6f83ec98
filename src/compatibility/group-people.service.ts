import { Injectable } from '@nestjs/common';
import { fieldOf, type Pair } from '../domain/assessments-worth';
import { londonDate } from '../domain/london';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import { Clock } from '../platform/clock';
import type { Candidate } from './assess-people.service';
import { Assessments } from './assessments.service';
import type { CompatibilityAssessment } from './compatibility-assessment.entity';
import type { GroupForm } from './group-form';

export interface GroupPeople {
  readonly people: ReadonlyMap<string, Candidate>;
  /** Those chosen, then those found; each once. */
  readonly candidates: readonly Candidate[];
  readonly found: number;
  /** The judgement in force on each pair, where there is one. */
  readonly before: ReadonlyMap<string, CompatibilityAssessment>;
  readonly today: string;
}

const MOST_SHOWN = 12;

/** A group whose pairs are judged together. */
@Injectable()
export class AssessmentGroups {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly assessments: Assessments,
    private readonly clock: Clock,
  ) {}

  /** @throws Misshapen */
  async of({ youngPersonIds, pairs, search }: GroupForm): Promise<GroupPeople> {
    const ids = [...new Set([...youngPersonIds, ...pairs.flat()])];
    const everybody = await this.people.byIds(ids, () => '/youngPerson');
    const { items } = await this.search.findAmongAll({ limit: MOST_SHOWN, ...(search ? { search } : {}) });
    const chosen = everybody.filter(({ id }) => youngPersonIds.includes(id));
    return {
      people: new Map(everybody.map((each) => [each.id, each])),
      candidates: [
        ...new Map<string, Candidate>([...chosen, ...items].map((each) => [each.id, each])).values(),
      ],
      found: items.length,
      before: await this.inForceAmong(ids),
      today: londonDate(this.clock.now()),
    };
  }

  /** The pairs among these whose judgement holds today. */
  async judged({ judged }: GroupForm): Promise<(pair: Pair) => boolean> {
    const inForce = await this.inForceAmong(judged.flatMap(({ youngPersonIds }) => youngPersonIds));
    const today = londonDate(this.clock.now());
    return (pair) => (inForce.get(fieldOf(pair))?.reviewOn ?? '') >= today;
  }

  private async inForceAmong(ids: readonly string[]): Promise<Map<string, CompatibilityAssessment>> {
    const inForce = await this.assessments.inForceAmong(ids);
    return new Map(
      inForce.map((each) => [fieldOf([each.firstYoungPersonId, each.secondYoungPersonId]), each]),
    );
  }
}
