import { Module } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { PlansModule } from '../plans/plans.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AskPeople } from './ask-people.service';
import { DisplacedRequests } from './displaced-requests.service';
import { HoldsSweep } from './holds-sweep.service';
import { MovedOffers } from './moved-offers.service';
import { NewRequestPages } from './new-request.pages';
import { NewSeriesPages } from './new-series.pages';
import { NightsOwed } from './nights-owed.reader';
import { OwnRequestRecords } from './own-requests.service';
import { OwnRequestsTold } from './own-requests-told.service';
import { RequestActionPages } from './request-action.pages';
import { RequestActs } from './request-acts.service';
import { RequestAnswers } from './request-answers.service';
import { RequestChanges } from './request-changes.service';
import { RequestChoices } from './request-choices.service';
import { RequestFiles } from './request-files.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import { RequestPageFiles } from './request-page-files.service';
import { RequestQueue } from './request-queue.reader';
import { QueuedRequests } from './request-queue.service';
import { RequestProposals } from './request-proposals.service';
import { RequestReplies } from './request-replies.service';
import { RequestSeriesController } from './request-series.controller';
import { RequestSeries } from './request-series.service';
import { RequestTidying } from './request-tidying.service';
import { RequestPages } from './request.pages';
import { RequestReader } from './request.reader';
import { RequestsEnd } from './requests-end.service';
import { RequestsController } from './requests.controller';
import { RequestsPages } from './requests.pages';
import { Requests } from './requests.service';
import { SeriesFiles } from './series-files.service';
import { SeriesPages } from './series.pages';
import { WaitingList } from './waiting-list.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule, CompatibilityModule, PlansModule],
  controllers: [
    RequestsController,
    RequestSeriesController,
    NewRequestPages,
    NewSeriesPages,
    RequestsPages,
    RequestPages,
    RequestActionPages,
    SeriesPages,
  ],
  providers: [
    Requests,
    RequestReader,
    RequestChanges,
    RequestChoices,
    DisplacedRequests,
    MovedOffers,
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
    AskPeople,
    RequestQueue,
    QueuedRequests,
    OwnRequestRecords,
    OwnRequestsTold,
    RequestPageFiles,
    RequestActs,
    SeriesFiles,
    HoldsSweep,
  ],
  exports: [
    Requests,
    RequestReader,
    RequestQueue,
    RequestProposals,
    OwnRequestsTold,
    DisplacedRequests,
    MovedOffers,
  ],
})
export class RequestsModule {}
