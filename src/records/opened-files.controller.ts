import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { ListQuery, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ChildFileReader, type ChildFile } from './child-file.reader';
import { OpeningDto } from './opened-files.dto';
import { OpenedFilesReader } from './opened-files.reader';
import { OpenedFiles } from './opened-files.service';
import { openedFileView, type OpenedFileView } from './opened-files.view';

@ApiTags('opened files')
@Controller('api')
export class OpenedFilesController {
  constructor(
    private readonly opened: OpenedFiles,
    private readonly reader: OpenedFilesReader,
    private readonly files: ChildFileReader,
  ) {}

  @Post('young-people/:id/opening')
  @May('open files')
  @ApiOperation({
    summary: 'Open one file for an hour, with a reason; the manager hears of it in the morning',
  })
  async open(
    @Param('id', IdPipe) id: string,
    @Body() { reason }: OpeningDto,
    @By() by: Person,
  ): Promise<{ readonly id: string; readonly closesAt: string }> {
    const opening = await this.opened.open(id, reason, by);
    return { id: opening.id, closesAt: opening.closesAt.toISOString() };
  }

  @Get('young-people/:id/file')
  @May('open files')
  @ApiOperation({ summary: 'A file that is open: it names no other child; 403 when it is not open' })
  async show(
    @Param('id', IdPipe) id: string,
    @By() by: Person,
  ): Promise<ChildFile & { readonly openUntil: string }> {
    const until = await this.opened.openUntil(id, by);
    return { ...(await this.files.of(id)), openUntil: until.toISOString() };
  }

  @Get('opened-files')
  @May('see opened files')
  @ApiOperation({ summary: 'Which files were opened, by whom and when, the last first' })
  async list(@Query() query: ListQuery, @By() by: Person): Promise<Listing<OpenedFileView>> {
    const { items, nextCursor } = await this.reader.list(query, by);
    return { items: items.map((each) => openedFileView(each, by)), nextCursor };
  }
}
