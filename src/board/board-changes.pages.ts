import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { givenIn, stillToDo } from '../platform/given-form';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NotThere, Refused } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { StayActs } from '../stays/stay-acts.service';
import { StayUndoing } from '../stays/stay-undoing.service';
import { UnitChoice } from '../units/unit-choice.service';
import { BoardDesk } from './board-desk.service';
import { boardPage } from './board-page.view';
import { DOINGS } from './doing';

/** What is done with a stay on the board: it stays in sight, changed, or with what is in the way. */
@ApiExcludeController()
@Controller('board/stays/:id')
export class BoardChangesPages {
  constructor(
    private readonly acts: StayActs,
    private readonly undoing: StayUndoing,
    private readonly choice: UnitChoice,
    private readonly desk: BoardDesk,
    private readonly once: SentOnce,
  ) {}

  @Post('undoing')
  @HttpCode(303)
  @May('change the diary')
  async undo(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(response, id, sent, by, async () => {
      await this.undoing.undo(id, { by });
      return boardWith(sent, id, 'undoing');
    });
  }

  @Post(':action')
  @HttpCode(303)
  @May('change the diary')
  async change(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const doing = DOINGS.find((each) => each === action);
    if (!doing) throw new NotThere('There is no such page.');
    await this.answer(response, id, { ...sent, doing }, by, async () => {
      await this.acts.act(doing, id, sent, by);
      return boardWith(sent, id, doing);
    });
  }

  private async answer(
    response: Response,
    id: string,
    sent: SentForm,
    by: Person,
    act: () => Promise<string>,
  ): Promise<void> {
    try {
      response.redirect(303, await this.once.lead(by, sent, act));
    } catch (error) {
      const { status, errors } = sentBack(error, 'chosen');
      const findings = error instanceof Refused ? error.findings : [];
      const toDo = stillToDo(findings, givenIn(sent));
      const chosen = await this.choice.choose(typed(sent, 'unit'));
      if (!chosen) throw error;
      const notDone = { errors: toDo.length > 0 ? toDo : errors, findings };
      const drawn = await this.desk.lay(chosen, { ...sent, stay: id }, by, notDone);
      response.status(status).render('board/views/board', boardPage(chosen, drawn));
    }
  }
}

/** Where the board was, with the stay still in hand. */
function boardWith(sent: SentForm, stayId: string, done: string): string {
  const kept = { unit: typed(sent, 'unit'), from: typed(sent, 'from'), nights: typed(sent, 'nights') };
  return `/board?${new URLSearchParams({ ...kept, stay: stayId, done }).toString()}#chosen`;
}
