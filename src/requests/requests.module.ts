import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AskPeople } from './ask-people.service';
import { RequestQueue } from './request-queue.reader';
import { QueuedRequests } from './request-queue.service';
import { OwnRequestRecords } from './own-requests.service';
import { RequestFiles } from './request-files.service';
import { SeriesFiles } from './series-files.service';
import { RequestActs } from './request-acts.service';
import { NewSeriesPages } from './new-series.pages';
import { SeriesPages } from './series.pages';
import { RequestsPages } from './requests.pages';
import { RequestPages } from './request.pages';
import { RequestActionPages } from './request-action.pages';
import { NewRequestPages } from './new-request.pages';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { HoldsSweep } from './holds-sweep.service';
import { NightsOwed } from './nights-owed.reader';
import { RequestAnswers } from './request-answers.service';
import { RequestChanges } from './request-changes.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import { RequestReader } from './request.reader';
import { RequestReplies } from './request-replies.service';
import { RequestSeriesController } from './request-series.controller';
import { RequestSeries } from './request-series.service';
import { RequestTidying } from './request-tidying.service';
import { RequestsController } from './requests.controller';
import { Requests } from './requests.service';
import { WaitingList } from './waiting-list.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule, CompatibilityModule],
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
    RequestTidying,
    RequestHolds,
    RequestOffers,
    RequestAnswers,
    RequestReplies,
    RequestSeries,
    NightsOwed,
    WaitingList,
    AskPeople,
    RequestQueue,
    QueuedRequests,
    OwnRequestRecords,
    RequestFiles,
    RequestActs,
    SeriesFiles,
    HoldsSweep,
  ],
  exports: [Requests, RequestReader],
})
export class RequestsModule {}
