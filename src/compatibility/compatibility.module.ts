import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AssessmentPeople } from './assess-people.service';
import { AssessPages } from './assess.pages';
import { AssessmentRequestsController } from './assessment-requests.controller';
import { AssessmentRequests } from './assessment-requests.service';
import { AssessmentsPages } from './assessments.pages';
import { AssessmentsController } from './assessments.controller';
import { Assessments } from './assessments.service';
import { AssessmentGroups } from './group-people.service';
import { GroupPages } from './group.pages';
import { ProvisionalAssessments } from './provisional-assessments.service';
import { SoloDecisionsController } from './solo-decisions.controller';
import { SoloDecisions } from './solo-decisions.service';
import { SoloEndingPages } from './solo-ending.pages';
import { SoloPages } from './solo.pages';
import { TonightReader } from './tonight.reader';
import { WaitingProposals } from './waiting-proposals.service';

@Module({
  imports: [PeopleModule, UnitsModule, StaysModule],
  controllers: [
    AssessmentsController,
    AssessmentRequestsController,
    SoloDecisionsController,
    AssessPages,
    GroupPages,
    AssessmentsPages,
    SoloPages,
    SoloEndingPages,
  ],
  providers: [
    Assessments,
    AssessmentRequests,
    AssessmentPeople,
    AssessmentGroups,
    ProvisionalAssessments,
    WaitingProposals,
    SoloDecisions,
    TonightReader,
  ],
  exports: [
    Assessments,
    AssessmentRequests,
    ProvisionalAssessments,
    SoloDecisions,
    TonightReader,
    WaitingProposals,
  ],
})
export class CompatibilityModule {}
