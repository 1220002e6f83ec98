import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NotKept } from '../platform/not-kept';
import { calendarFeedView, type CalendarFeedView } from './calendar-feed.view';
import { CalendarFeeds } from './calendar-feeds.service';

@ApiTags('calendar')
@Controller('api/calendar-feeds')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get()
  @May('follow stays in a calendar')
  @ApiOperation({ summary: 'One’s own calendar address, if there is one; not the address itself' })
  async list(@By() by: Person): Promise<Listing<CalendarFeedView>> {
    const feed = await this.feeds.of(by);
    return wholeListing(feed ? [calendarFeedView(feed)] : []);
  }

  @Post()
  @May('follow stays in a calendar')
  @NotKept('address')
  @ApiOperation({ summary: 'Make a calendar address, said this once; the one before it works no longer' })
  async make(@By() by: Person): Promise<CalendarFeedView & { readonly address: string }> {
    const { feed, address } = await this.feeds.make(by);
    return { ...calendarFeedView(feed), address };
  }

  @Post('revocation')
  @HttpCode(200)
  @May('follow stays in a calendar')
  @ApiOperation({ summary: 'Revoke one’s calendar address from now on' })
  async revoke(@By() by: Person): Promise<CalendarFeedView> {
    return calendarFeedView(await this.feeds.revoke(by));
  }
}
