import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import { Units } from '../units/units.service';
import { importResultView } from './import-result.view';
import { importFormView } from './import-form.view';
import { Imports } from './imports.service';
import { uploadOf } from './uploaded';

const SECONDS_BETWEEN_LOOKS = '2';

@ApiExcludeController()
@Controller('import')
export class ImportPages {
  constructor(
    private readonly imports: Imports,
    private readonly units: Units,
  ) {}

  @Get()
  @May('import stays')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    await this.draw(response, typed(link, 'unit'), []);
  }

  @Post()
  @HttpCode(303)
  @May('import stays')
  async send(
    @Body() sent: SentForm | undefined,
    @UploadedFile() file: Express.Multer.File | undefined,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const unitId = typed(sent ?? {}, 'unitId').toLowerCase();
    const gaps = missing(unitId, file);
    if (gaps.length > 0) return this.draw(response.status(400), unitId, gaps);
    try {
      response.redirect(303, `/import/${await this.imports.begin(uploadOf(unitId, file), by)}`);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), unitId, error.errors);
    }
  }

  /** While it runs the browser looks again by itself, with or without scripts. */
  @Get(':id')
  @May('import stays')
  async result(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    const record = await this.imports.one(id);
    if (record.status === 'running') response.setHeader('Refresh', SECONDS_BETWEEN_LOOKS);
    const { unit } = await this.units.one(record.unitId);
    response.render('imports/views/import-result', importResultView(record, unit));
  }

  private async draw(response: Response, unitId: string, errors: readonly FieldError[]): Promise<void> {
    const units = (await this.units.own()).map(({ unit }) => unit);
    response.render('imports/views/import', importFormView(units, unitId, errors));
  }
}

function missing(unitId: string, file: Express.Multer.File | undefined): FieldError[] {
  return [
    ...(isId(unitId) ? [] : [{ pointer: '/unitId', detail: 'Choose the unit the stays were in.' }]),
    ...(file ? [] : [{ pointer: '/file', detail: 'Choose the CSV file to import.' }]),
  ];
}
