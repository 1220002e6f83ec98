import { Injectable } from '@nestjs/common';
import type { PlanBalance } from '../domain/plan-balance';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import type { Room } from '../units/room.entity';
import type { Unit } from '../units/unit.entity';
import { UnitChoice } from '../units/unit-choice.service';
import { Units } from '../units/units.service';
import { NotThere } from '../platform/problem';
import { NightsOwed } from './nights-owed.reader';
import { Requests } from './requests.service';

type Known = Pick<
  YoungPerson,
  'id' | 'familyId' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

/** What "who and where" offers to choose from. */
export interface AskChoices {
  readonly people: readonly Known[];
  readonly balances: ReadonlyMap<string, PlanBalance>;
  /** Whoever has no families of their own looks people up. */
  readonly looksUp: boolean;
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly rooms: readonly Room[];
  readonly today: string;
}

interface AskedFor {
  readonly unitId: string;
  readonly familyId: string;
  readonly search: string;
  readonly youngPersonIds: readonly string[];
}

/** Few enough to read through. */
const MOST_FOUND = 10;

/** Who a break could be asked for, and where. */
@Injectable()
export class AskPeople {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly caseload: Caseload,
    private readonly choice: UnitChoice,
    private readonly units: Units,
    private readonly owed: NightsOwed,
    private readonly requests: Requests,
  ) {}

  /** @throws NotThere for a family or young people a worker may not know of. */
  async choices(asked: AskedFor, by: Person): Promise<AskChoices> {
    const chosen = await this.choice.choose(asked.unitId);
    if (!chosen) throw new NotThere('There is no unit yet.');
    const { unit, units } = chosen;
    const { rooms } = await this.units.one(unit.id);
    const { today } = this.requests;
    const own = await this.caseload.familyIds(by);
    const people = own
      ? await this.ofFamilies(await this.familiesOf(asked, own, by))
      : await this.found(asked);
    const ids = people.map(({ id }) => id);
    const balances = await this.owed.balances(ids, today);
    return { people, balances, looksUp: own === undefined, unit, units, rooms, today };
  }

  /** Full names of the family's own, and of nobody else. */
  async namesOf(ids: readonly string[], by: Person): Promise<ReadonlyMap<string, string>> {
    await this.caseload.refuseStrangersAmong(ids, by);
    return this.people.namesOf(ids);
  }

  /** Worth saying only where there is more than one. */
  async unitName(id: string): Promise<string | undefined> {
    const chosen = await this.choice.choose(id);
    return chosen && chosen.units.length > 1 ? chosen.unit.name : undefined;
  }

  private async familiesOf(
    { familyId, youngPersonIds }: AskedFor,
    own: ReadonlySet<string>,
    by: Person,
  ): Promise<string[]> {
    if (youngPersonIds.length > 0) await this.caseload.refuseStrangersAmong(youngPersonIds, by);
    if (!familyId) return [...own];
    await this.caseload.refuseStrangers([familyId], by);
    return [familyId];
  }

  private async found({ familyId, search, youngPersonIds }: AskedFor): Promise<Known[]> {
    const chosen = await this.people.byIds(youngPersonIds);
    const families = new Set([...chosen.map((each) => each.familyId), ...(familyId ? [familyId] : [])]);
    const siblings = await this.ofFamilies([...families]);
    const isAsked = search !== '' || families.size === 0;
    const { items } = isAsked
      ? await this.search.findAmongAll({ limit: MOST_FOUND, ...(search ? { search } : {}) })
      : { items: [] };
    return [...new Map([...siblings, ...items].map((each): [string, Known] => [each.id, each])).values()];
  }

  private async ofFamilies(familyIds: readonly string[]): Promise<Known[]> {
    return (await Promise.all(familyIds.map((id) => this.people.ofFamily(id)))).flat();
  }
}
