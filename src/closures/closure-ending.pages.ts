import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { closureEndingView } from './closure-ending.view';
import { ClosureFiles } from './closure-files.service';
import { endingIn } from './closure-form';
import { Closures } from './closures.service';

@ApiExcludeController()
@Controller('closures/:id/ending')
export class ClosureEndingPages {
  constructor(
    private readonly closures: Closures,
    private readonly files: ClosureFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('change the diary')
  async show(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    await this.draw(response, id, {}, []);
  }

  @Post()
  @HttpCode(303)
  @May('change the diary')
  async end(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { unitId } = await this.closures.end(id, endingIn(sent), by);
        return `/closures?unit=${unitId}&done=ended`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'on');
      await this.draw(response.status(status), id, sent, errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    sent: SentForm,
    errors: readonly FieldError[],
  ): Promise<void> {
    const closure = await this.closures.one(id);
    const key = typed(sent, 'key') || randomUUID();
    const view = closureEndingView(closure, await this.files.unit(closure.unitId), { sent, errors, key });
    response.render('closures/views/closure-ending', view);
  }
}
