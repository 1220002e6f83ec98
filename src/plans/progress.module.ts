import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { CasReviewsController } from './cas-reviews.controller';
import { CasReviewsPages } from './cas-reviews.pages';
import { CasReviews } from './cas-reviews.service';
import { DeclaredNightsController } from './declared-nights.controller';
import { DeclaredNightsElsewhere } from './declared-nights.service';
import { NightsCounts } from './nights-counts.service';
import { NightsPages } from './nights.pages';
import { NoticedSettling } from './noticed-settling.service';
import { NoticedThingsController } from './noticed-things.controller';
import { NoticedThings } from './noticed-things.reader';
import { NoticedPages } from './noticed.pages';
import { NoticingPages } from './noticing.pages';
import { Noticing } from './noticing.service';
import { PlansInProgress } from './plan-in-progress.reader';
import { ProgressMeetingsController } from './progress-meetings.controller';
import { ProgressMeetingsPages } from './progress-meetings.pages';
import { ProgressMeetings } from './progress-meetings.service';
import { ReviewsDueController } from './reviews-due.controller';
import { ReviewsDuePages } from './reviews-due.pages';
import { ReviewsDue } from './reviews-due.service';
import { TimesAway } from './times-away.reader';
import { WithdrawalPages } from './withdrawal.pages';

/** How plans fare: meetings and reviews, what is noticed during stays, and nights counted. */
@Module({
  imports: [PeopleModule, StaysModule, UnitsModule],
  controllers: [
    ProgressMeetingsController,
    ProgressMeetingsPages,
    CasReviewsController,
    CasReviewsPages,
    ReviewsDueController,
    ReviewsDuePages,
    NoticedThingsController,
    NoticedPages,
    NoticingPages,
    DeclaredNightsController,
    NightsPages,
    WithdrawalPages,
  ],
  providers: [
    CasReviews,
    DeclaredNightsElsewhere,
    NightsCounts,
    NoticedSettling,
    NoticedThings,
    Noticing,
    PlansInProgress,
    ProgressMeetings,
    ReviewsDue,
    TimesAway,
  ],
  exports: [NightsCounts, ReviewsDue],
})
export class ProgressModule {}
