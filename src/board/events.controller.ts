import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { EventsQuery } from './board.dto';
import { BoardStream } from './board-stream.service';

/** That something changed, for open boards of ours and for programs. Listening puts off the end of no session. */
@ApiTags('board')
@Controller('api/events')
export class EventsController {
  constructor(private readonly stream: BoardStream) {}

  @Get()
  @May('look at the board')
  @ApiOperation({
    summary: 'Server-sent events: how the board stands, and again within two seconds whenever it changes',
    description:
      'Each event is `{"unitId", "revision"}`: the ETag of `GET /api/board` begins with the revision. A stream ends after ' +
      'four minutes and is asked for anew; one account may have fifty.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'A stream of events' })
  async listen(@Query() { unitId }: EventsQuery, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.stream.open(unitId, by.id, response);
  }
}
