import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { RequestAnswers } from './request-answers.service';
import { RequestChanges } from './request-changes.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import { RequestReader } from './request.reader';
import { RequestReplies } from './request-replies.service';
import { RequestTidying } from './request-tidying.service';
import { RequestsController } from './requests.controller';
import { Requests } from './requests.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [RequestsController],
  providers: [
    Requests,
    RequestReader,
    RequestChanges,
    RequestTidying,
    RequestHolds,
    RequestOffers,
    RequestAnswers,
    RequestReplies,
  ],
  exports: [Requests, RequestReader],
})
export class RequestsModule {}
