import { Injectable } from '@nestjs/common';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { NotThere, Refused } from '../platform/problem';
import type { Stay } from '../stays/stay.entity';
import { CasPlanRecords, type CasGoal } from './cas-plan-records.service';
import type { CasPlan } from './cas-plan.entity';
import { FamilyFiles } from './family-files.service';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from './short-break-plan-records.service';

/** What the form of a short-break plan is about. */
export interface PlanToMake {
  readonly youngPerson: YoungPerson;
  readonly casPlan: CasPlan;
  /** Those it may serve. */
  readonly casGoals: readonly CasGoal[];
  readonly revised: ShortBreakPlanFile | undefined;
  readonly today: string;
}

export interface PlanPageFile {
  readonly file: ShortBreakPlanFile;
  readonly youngPerson: YoungPerson;
  readonly familyReference: string;
  readonly casGoals: readonly CasGoal[];
  readonly stays: readonly Stay[];
  readonly today: string;
}

/** What the pages of short-break plans need to know, gathered. */
@Injectable()
export class PlanFiles {
  constructor(
    private readonly families: FamilyFiles,
    private readonly casPlans: CasPlanRecords,
    private readonly records: ShortBreakPlanRecords,
  ) {}

  /** @throws NotThere; Refused without an open CAS plan. */
  async toMake(youngPersonId: string, revisesId: string | undefined, by: Person): Promise<PlanToMake> {
    const revised = revisesId ? await this.records.one(revisesId, by) : undefined;
    const id = revised?.plan.youngPersonId ?? youngPersonId;
    if (id === '') throw new NotThere('There is no such young person.');
    const { casPlans, youngPeople, today } = await this.families.ofYoungPerson(id, by);
    const youngPerson = youngPeople.find((each) => each.id === id);
    const live = casPlans.find(({ plan }) => plan.status === 'open');
    if (!youngPerson) throw new NotThere('There is no such young person.');
    if (!live)
      throw new Refused('The family has no open CAS plan. Open one first, or reopen the dormant one.');
    return { youngPerson, casPlan: live.plan, casGoals: stillOpen(live.goals), revised, today };
  }

  /** @throws NotThere */
  async of(id: string, by: Person): Promise<PlanPageFile> {
    const file = await this.records.one(id, by);
    const { plan, casPlan } = file;
    const { goals } = await this.casPlans.one(plan.casPlanId, by);
    const { family, youngPeople, stays, today } = await this.families.of(casPlan.familyId, by);
    const youngPerson = youngPeople.find((each) => each.id === plan.youngPersonId);
    if (!youngPerson) throw new NotThere('There is no such short-break plan.');
    return {
      ...{ file, youngPerson, familyReference: family.reference, casGoals: stillOpen(goals), today },
      stays: stays.filter(
        (stay) =>
          stay.youngPersonId === youngPerson.id &&
          stay.arrivesOn < plan.endsOn &&
          stay.departsOn > plan.startsOn,
      ),
    };
  }
}

function stillOpen(goals: readonly CasGoal[]): CasGoal[] {
  return goals.filter(({ endedOn }) => endedOn === null);
}
