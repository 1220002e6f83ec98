import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May, may } from '../platform/may';
import { periodOfNights } from '../platform/asked-period';
import { BoardStamp } from './board-stamp.service';
import { BoardQuery } from './board.dto';
import { boardView, type BoardView } from './board.view';
import { Boards } from './boards.service';

const MOST_NIGHTS = 400;

@ApiTags('board')
@Controller('api/board')
export class BoardController {
  constructor(
    private readonly boards: Boards,
    private readonly stamp: BoardStamp,
  ) {}

  @Get()
  @May('look at the board')
  @ApiOperation({ summary: 'Rooms and nights; If-None-Match answers 304 while nothing has changed' })
  async show(
    @Query() query: BoardQuery,
    @By() by: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BoardView | undefined> {
    const period = periodOfNights(query, MOST_NIGHTS);
    const mayKnow = may(by.role, 'know who stays');
    const stamp = await this.stamp.of(query.unitId);
    response.set({ ETag: `"${stamp}${mayKnow ? '' : '.unnamed'}"`, 'Cache-Control': 'private, no-cache' });
    if (request.fresh) {
      response.status(304);
      return undefined;
    }
    return boardView(await this.boards.show(query.unitId, period), mayKnow);
  }
}
