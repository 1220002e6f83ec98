import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NewProgressMeetingDto } from './progress-meeting.dto';
import { progressMeetingView, type ProgressMeetingView } from './progress-meeting.view';
import { ProgressMeetings } from './progress-meetings.service';

@ApiTags('plans')
@Controller('api/short-break-plans/:id/progress-meetings')
export class ProgressMeetingsController {
  constructor(private readonly meetings: ProgressMeetings) {}

  @Get()
  @May('hold progress meetings')
  @ApiOperation({ summary: 'Progress meetings of a short-break plan, the latest first' })
  async list(@Param('id', IdPipe) id: string, @By() by: Person): Promise<Listing<ProgressMeetingView>> {
    return wholeListing((await this.meetings.list(id, by)).map(progressMeetingView));
  }

  @Post()
  @May('hold progress meetings')
  @ApiOperation({ summary: 'Record a progress meeting: goals rated, decisions, the next date' })
  async hold(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewProgressMeetingDto,
    @By() by: Person,
  ): Promise<ProgressMeetingView> {
    return progressMeetingView(await this.meetings.hold(id, asked, by));
  }
}
