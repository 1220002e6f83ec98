import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import type { YoungPerson } from '../people/young-person.entity';
import { Assessments } from './assessments.service';
import type { AssessForm } from './assess-form';
import { otherThan, type CompatibilityAssessment } from './compatibility-assessment.entity';

export type Candidate = Pick<
  YoungPerson,
  'id' | 'familyId' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

export interface AssessPeople {
  readonly youngPerson: YoungPerson;
  readonly chosen: readonly Candidate[];
  /** Those chosen, then those found, or else those nobody has judged yet; each once, never the young person. */
  readonly candidates: readonly Candidate[];
  readonly found: number;
  /** The judgement in force with each of the others, where there is one. */
  readonly before: ReadonlyMap<string, CompatibilityAssessment>;
}

/** Few enough to read through. */
const MOST_SHOWN = 12;

const MOST_LOOKED_AT = 200;

/** Who a young person could be assessed with. */
@Injectable()
export class AssessmentPeople {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly assessments: Assessments,
  ) {}

  /** @throws NotThere; Misshapen */
  async of({ youngPersonId, judged, search }: AssessForm): Promise<AssessPeople> {
    const youngPerson = await this.people.one(youngPersonId);
    const chosen = await this.people.byIds(
      judged.map(({ otherId }) => otherId),
      () => '/with',
    );
    const siblings = await this.people.ofFamily(youngPerson.familyId);
    const { items } = await this.search.findAmongAll({
      limit: MOST_LOOKED_AT,
      ...(search ? { search } : {}),
    });
    const before = await this.inForceWith(youngPersonId);
    const found = search ? items.slice(0, MOST_SHOWN) : unjudgedFirst([...siblings, ...items], before);
    const others = [...chosen, ...found].filter(({ id }) => id !== youngPersonId);
    return {
      youngPerson,
      chosen,
      candidates: [...new Map<string, Candidate>(others.map((each) => [each.id, each])).values()],
      found: items.length,
      before,
    };
  }

  private async inForceWith(youngPersonId: string): Promise<Map<string, CompatibilityAssessment>> {
    const all = await this.assessments.of(youngPersonId);
    const inForce = all.filter(({ supersededAt }) => supersededAt === null);
    return new Map(inForce.map((each) => [otherThan(youngPersonId, each), each]));
  }
}

function unjudgedFirst(people: readonly Candidate[], before: AssessPeople['before']): Candidate[] {
  const isJudged = ({ id }: Candidate) => before.has(id);
  const others = people.filter((each) => !isJudged(each));
  return [...others, ...people.filter(isJudged)].slice(0, MOST_SHOWN);
}
