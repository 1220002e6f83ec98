import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AssessmentsController } from './assessments.controller';
import { Assessments } from './assessments.service';
import { SoloDecisionsController } from './solo-decisions.controller';
import { SoloDecisions } from './solo-decisions.service';

@Module({
  imports: [PeopleModule, UnitsModule, StaysModule],
  controllers: [AssessmentsController, SoloDecisionsController],
  providers: [Assessments, SoloDecisions],
  exports: [Assessments, SoloDecisions],
})
export class CompatibilityModule {}
