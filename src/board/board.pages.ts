import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May, may } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { BoardDesk } from './board-desk.service';
import { boardPage } from './board-page.view';

@ApiExcludeController()
@Controller('board')
export class BoardPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly desk: BoardDesk,
  ) {}

  @Get()
  @May('look at the board')
  async show(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) {
      const maySetUp = may(by.role, 'set up units');
      response.render('board/views/no-unit', { title: 'Board', maySetUp });
      return;
    }
    response.render('board/views/board', boardPage(chosen, await this.desk.lay(chosen, sent, by)));
  }
}
