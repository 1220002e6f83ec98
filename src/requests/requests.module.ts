import { Module } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { PlansModule } from '../plans/plans.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { HoldsSweep } from './holds-sweep.service';
import { NightsOwed } from './nights-owed.reader';
import { RequestAnswers } from './request-answers.service';
import { RequestChanges } from './request-changes.service';
import { RequestFiles } from './request-files.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import { RequestProposals } from './request-proposals.service';
import { RequestReader } from './request.reader';
import { RequestReplies } from './request-replies.service';
import { RequestSeriesController } from './request-series.controller';
import { RequestSeries } from './request-series.service';
import { RequestTidying } from './request-tidying.service';
import { RequestsController } from './requests.controller';
import { RequestsEnd } from './requests-end.service';
import { Requests } from './requests.service';
import { WaitingList } from './waiting-list.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule, CompatibilityModule, PlansModule],
  controllers: [RequestsController, RequestSeriesController],
  providers: [
    Requests,
    RequestReader,
    RequestChanges,
    RequestTidying,
    RequestHolds,
    RequestOffers,
    RequestProposals,
    RequestAnswers,
    RequestFiles,
    RequestReplies,
    RequestSeries,
    RequestsEnd,
    NightsOwed,
    WaitingList,
    HoldsSweep,
  ],
  exports: [Requests, RequestReader],
})
export class RequestsModule {}
