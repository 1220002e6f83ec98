import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeeds } from './calendar-feeds.service';
import { CalendarStays } from './calendar-stays.reader';
import { CalendarPages } from './calendar.pages';
import { FetchedFeeds } from './fetched-feeds.service';

@Module({
  imports: [AccountsModule],
  controllers: [CalendarFeedsController, CalendarPages],
  providers: [CalendarFeeds, CalendarStays, FetchedFeeds],
})
export class CalendarFeedsModule {}
