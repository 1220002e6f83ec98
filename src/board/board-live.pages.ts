import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { NotThere } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { BoardLive } from './board-live.service';
import { BoardStamp } from './board-stamp.service';

/** For open boards: the board as it is now. Asking puts off the end of no session. */
@ApiExcludeController()
@Controller('board')
export class BoardLivePages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly live: BoardLive,
    private readonly stamp: BoardStamp,
  ) {}

  @Get('live')
  @May('look at the board')
  async show(
    @Query() sent: SentForm,
    @By() by: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) throw new NotThere('There is no such unit.');
    const stamp = await this.stamp.of(chosen.unit.id);
    response.set({ ETag: `"${stamp}"`, 'Cache-Control': 'private, no-cache' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const draw = (model: object) =>
      new Promise<string>((resolve, reject) => {
        request.app.render('board/views/live', model, (error: Error | null, html: string) =>
          error ? reject(error) : resolve(html),
        );
      });
    response.type('html').send(await this.live.draw(chosen, sent, by, stamp, draw));
  }
}
