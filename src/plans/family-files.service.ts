import { Injectable } from '@nestjs/common';
import { Caseload } from '../people/caseload.service';
import { People, type FamilyRecords } from '../people/people.service';
import type { Person } from '../platform/actor';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';
import { NOT_OVER } from '../domain/stay-actions';
import { CasPlanRecords, type CasPlanFile } from './cas-plan-records.service';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from './short-break-plan-records.service';

const MOST = 500;

/** All that the page of a family tells. */
export interface FamilyFile extends FamilyRecords {
  /** The latest to begin first. */
  readonly casPlans: readonly CasPlanFile[];
  readonly shortBreakPlans: readonly ShortBreakPlanFile[];
  /** Under way and ahead, by arrival. */
  readonly stays: readonly Stay[];
  readonly today: string;
}

/** What the pages of plans need to know of a family, gathered. */
@Injectable()
export class FamilyFiles {
  constructor(
    private readonly caseload: Caseload,
    private readonly people: People,
    private readonly casPlans: CasPlanRecords,
    private readonly shortBreakPlans: ShortBreakPlanRecords,
    private readonly stays: StayRecords,
  ) {}

  get today(): string {
    return this.stays.today;
  }

  /** @throws NotThere */
  async of(familyId: string, by: Person): Promise<FamilyFile> {
    await this.caseload.refuseStrangers([familyId], by);
    const records = await this.people.family(familyId);
    const casPlans = await this.casPlans.list({ familyId, limit: MOST }, by);
    const shortBreakPlans = await this.shortBreakPlans.list({ familyId, limit: MOST }, by);
    const { items } = await this.stays.list({ from: this.today, limit: MOST }, [familyId]);
    const stays = items.map(({ stay }) => stay).filter(({ status }) => NOT_OVER.includes(status));
    const plans = { casPlans: casPlans.items, shortBreakPlans: shortBreakPlans.items };
    return { ...records, ...plans, stays, today: this.today };
  }

  /** For opening a plan: a family of the caseload, or one nobody holds a plan of. @throws NotThere */
  async toOpen(familyId: string, by: Person): Promise<FamilyRecords> {
    const held = (await this.casPlans.live([familyId])).has(familyId);
    if (held) await this.caseload.refuseStrangers([familyId], by);
    return this.people.family(familyId);
  }

  /** @throws NotThere */
  async ofYoungPerson(youngPersonId: string, by: Person): Promise<FamilyFile> {
    await this.caseload.refuseStrangersAmong([youngPersonId], by);
    return this.of((await this.people.one(youngPersonId)).familyId, by);
  }
}
