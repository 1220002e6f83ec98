import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AlsoEnded } from './also-ended.service';
import { CasPlanLife } from './cas-plan-life.service';
import { CasPlanRecords } from './cas-plan-records.service';
import { CasPlansController } from './cas-plans.controller';
import { CasPlans } from './cas-plans.service';
import { KeyWorkers } from './key-workers.service';
import { PlanAgreements } from './plan-agreements.service';
import { PlanCuts } from './plan-cuts.service';
import { PlanEndings } from './plan-endings.service';
import { PlanWording } from './plan-wording.service';
import { ShortBreakPlanLife } from './short-break-plan-life.service';
import { ShortBreakPlanRecords } from './short-break-plan-records.service';
import { ShortBreakPlansController } from './short-break-plans.controller';
import { ShortBreakPlans } from './short-break-plans.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [CasPlansController, ShortBreakPlansController],
  providers: [
    AlsoEnded,
    CasPlanLife,
    CasPlanRecords,
    CasPlans,
    KeyWorkers,
    PlanAgreements,
    PlanCuts,
    PlanEndings,
    PlanWording,
    ShortBreakPlanLife,
    ShortBreakPlanRecords,
    ShortBreakPlans,
  ],
  exports: [AlsoEnded, CasPlanRecords, ShortBreakPlanRecords],
})
export class PlansModule {}
