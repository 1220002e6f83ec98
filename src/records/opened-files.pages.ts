import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { ChildFileReader } from './child-file.reader';
import { childFilePage } from './child-file.view';
import { OpenedFilesReader } from './opened-files.reader';
import { OpenedFiles } from './opened-files.service';
import { openedFilesPage } from './opened-files.view';

const A_PAGE = 50;

@ApiExcludeController()
@Controller()
export class OpenedFilesPages {
  constructor(
    private readonly opened: OpenedFiles,
    private readonly reader: OpenedFilesReader,
    private readonly files: ChildFileReader,
    private readonly once: SentOnce,
  ) {}

  /** The same for a child there is and one there is not: before it is opened nothing is told. */
  @Get('young-people/:id/opening')
  @May('open files')
  ask(@Param('id', IdPipe) id: string, @Res() response: Response): void {
    draw(response, id, '', []);
  }

  @Post('young-people/:id/opening')
  @HttpCode(303)
  @May('open files')
  async open(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const reason = typed(sent, 'reason');
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.opened.open(id, reason, by);
        return `/young-people/${id}/file`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'reason');
      draw(response.status(status), id, reason, errors);
    }
  }

  @Get('young-people/:id/file')
  @May('open files')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const until = await this.opened.openUntil(id, by);
    response.render('records/views/child-file', childFilePage(await this.files.of(id), until));
  }

  @Get('opened-files')
  @May('see opened files')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const page = await this.reader.list({ limit: A_PAGE, cursor: typed(link, 'cursor') }, by);
    response.render('records/views/opened-files', openedFilesPage(page, by));
  }
}

function draw(response: Response, id: string, reason: string, errors: readonly FieldError[]): void {
  const title = 'Open a young person’s file';
  response.render('records/views/opening', { title, id, reason, errors, key: randomUUID() });
}
