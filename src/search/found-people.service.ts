import { Injectable } from '@nestjs/common';
import { UNANSWERED } from '../domain/request';
import { NOT_OVER } from '../domain/stay-actions';
import { Families } from '../people/families.service';
import type { YoungPerson } from '../people/young-person.entity';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import { CasPlanRecords, type CasPlanFile } from '../plans/cas-plan-records.service';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from '../plans/short-break-plan-records.service';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { Requests } from '../requests/requests.service';
import type { RequestOnFile } from '../requests/request.reader';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';

const PEOPLE = 10;
/** Of whom what hangs on them is shown too. */
const CLOSE = 5;
const LINES = 20;

type Child = Pick<
  YoungPerson,
  'id' | 'familyId' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

export interface PeopleFound {
  readonly people: readonly Child[];
  readonly families: readonly { readonly id: string; readonly reference: string }[];
  readonly stays: readonly Stay[];
  readonly requests: readonly RequestOnFile[];
  readonly plans: readonly ShortBreakPlanFile[];
  readonly casPlans: readonly CasPlanFile[];
  /** Of everybody these are about. */
  readonly names: ReadonlyMap<string, string>;
}

const NOTHING = { people: [], families: [], stays: [], requests: [], plans: [], casPlans: [] };

/** Young people and families by these words, with what is ahead of them; noted for the audit trail as any search is. */
@Injectable()
export class FoundPeople {
  constructor(
    private readonly search: PeopleSearch,
    private readonly people: People,
    private readonly families: Families,
    private readonly stays: StayRecords,
    private readonly requests: Requests,
    private readonly plans: ShortBreakPlanRecords,
    private readonly casPlans: CasPlanRecords,
  ) {}

  async find(search: string, by: Person): Promise<PeopleFound> {
    if (!may(by.role, 'look people up')) return { ...NOTHING, names: new Map() };
    const { items: people } = await this.search.find({ search, limit: PEOPLE }, by);
    const seesPlans = may(by.role, 'look at plans');
    const families = seesPlans ? (await this.families.find({ search, limit: PEOPLE }, by)).items : [];
    const familyIds = [
      ...new Set([...people.map(({ familyId }) => familyId), ...families.map(({ id }) => id)]),
    ].slice(0, CLOSE);
    const close = people.slice(0, CLOSE);
    const about = {
      people,
      families: families.map(({ id, family }) => ({ id, reference: family.reference })),
      stays: may(by.role, 'know who stays') ? await this.staysOf(close) : [],
      requests: may(by.role, 'look at requests') ? await this.requestsOf(familyIds, by) : [],
      plans: seesPlans ? await this.plansOf(close, by) : [],
      casPlans: seesPlans ? [...(await this.casPlans.live(familyIds)).values()] : [],
    };
    return { ...about, names: await this.namesIn(about) };
  }

  private async namesIn({ stays, requests, plans }: Omit<PeopleFound, 'names'>) {
    const children = [...stays, ...plans.map(({ plan }) => plan)].map(({ youngPersonId }) => youngPersonId);
    return this.people.namesOf([...children, ...requests.flatMap(({ youngPersonIds }) => youngPersonIds)]);
  }

  /** Under way and ahead. */
  private async staysOf(people: readonly Child[]): Promise<Stay[]> {
    const from = this.stays.today;
    const lists = await eachOf(people, ({ id }) =>
      this.stays.list({ youngPersonId: id, from, limit: LINES }),
    );
    return lists
      .flatMap(({ items }) => items.map(({ stay }) => stay))
      .filter(({ status }) => NOT_OVER.includes(status));
  }

  /** Still to be answered. */
  private async requestsOf(familyIds: readonly string[], by: Person): Promise<RequestOnFile[]> {
    const lists = await eachOf(familyIds, (familyId) => this.requests.list({ familyId, limit: LINES }, by));
    return lists.flatMap(({ items }) => items).filter(({ status }) => UNANSWERED.includes(status));
  }

  private async plansOf(people: readonly Child[], by: Person): Promise<ShortBreakPlanFile[]> {
    const lists = await eachOf(people, ({ id }) => this.plans.list({ youngPersonId: id, limit: LINES }, by));
    return lists.flatMap(({ items }) => items).filter(({ plan }) => plan.status !== 'ended');
  }
}

async function eachOf<One, Many>(all: readonly One[], read: (one: One) => Promise<Many>): Promise<Many[]> {
  const found: Many[] = [];
  for (const one of all) found.push(await read(one));
  return found;
}
