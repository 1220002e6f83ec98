import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AlsoEnded } from './also-ended.service';
import { CasPlanActionPages } from './cas-plan-action.pages';
import { CasPlanActs } from './cas-plan-acts.service';
import { CasPlanLife } from './cas-plan-life.service';
import { CasPlanPages } from './cas-plan.pages';
import { CasPlanRecords } from './cas-plan-records.service';
import { CasPlansController } from './cas-plans.controller';
import { CasPlans } from './cas-plans.service';
import { FamiliesTold } from './families-told.service';
import { FamiliesPages } from './families.pages';
import { FamilyFiles } from './family-files.service';
import { KeyWorkers } from './key-workers.service';
import { LostNights } from './lost-nights.reader';
import { NewCasPlanPages } from './new-cas-plan.pages';
import { NewShortBreakPlanPages } from './new-short-break-plan.pages';
import { PlanActs } from './plan-acts.service';
import { PlanAgreements } from './plan-agreements.service';
import { PlanCuts } from './plan-cuts.service';
import { PlanEndings } from './plan-endings.service';
import { PlanFiles } from './plan-files.service';
import { PlanWording } from './plan-wording.service';
import { ShortBreakPlanActionPages } from './short-break-plan-action.pages';
import { ShortBreakPlanLife } from './short-break-plan-life.service';
import { ShortBreakPlanPages } from './short-break-plan.pages';
import { ShortBreakPlanRecords } from './short-break-plan-records.service';
import { ShortBreakPlansController } from './short-break-plans.controller';
import { ShortBreakPlans } from './short-break-plans.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [
    CasPlansController,
    ShortBreakPlansController,
    FamiliesPages,
    NewCasPlanPages,
    CasPlanPages,
    CasPlanActionPages,
    NewShortBreakPlanPages,
    ShortBreakPlanPages,
    ShortBreakPlanActionPages,
  ],
  providers: [
    AlsoEnded,
    CasPlanActs,
    CasPlanLife,
    CasPlanRecords,
    CasPlans,
    FamiliesTold,
    FamilyFiles,
    KeyWorkers,
    LostNights,
    PlanActs,
    PlanAgreements,
    PlanCuts,
    PlanEndings,
    PlanFiles,
    PlanWording,
    ShortBreakPlanLife,
    ShortBreakPlanRecords,
    ShortBreakPlans,
  ],
  exports: [
    AlsoEnded,
    CasPlanRecords,
    FamiliesTold,
    FamilyFiles,
    KeyWorkers,
    LostNights,
    ShortBreakPlanRecords,
  ],
})
export class PlansModule {}
