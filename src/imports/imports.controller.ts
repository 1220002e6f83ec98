import { Body, Controller, Get, HttpCode, Param, Post, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NewImportDto } from './import.dto';
import { importView, type ImportView } from './import.view';
import { Imports } from './imports.service';
import { uploadOf } from './uploaded';

@ApiTags('imports')
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @HttpCode(202)
  @May('import stays')
  @ApiOperation({ summary: 'Import past stays from a CSV file: all or nothing; ask how it went with the id' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['unitId', 'file'],
      properties: {
        unitId: { type: 'string', format: 'uuid' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async begin(
    @Body() { unitId }: NewImportDto,
    @UploadedFile() file: Express.Multer.File | undefined,
    @By() by: Person,
  ): Promise<{ id: string }> {
    return { id: await this.imports.begin(uploadOf(unitId, file), by) };
  }

  @Get(':id')
  @May('import stays')
  @ApiOperation({ summary: 'How an import goes or went' })
  async show(@Param('id', IdPipe) id: string): Promise<ImportView> {
    return importView(await this.imports.one(id));
  }
}
