import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { ListQuery, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { CaseRecordDto, CorrectionDto } from './case-record.dto';
import { caseRecordView, type CaseRecordView } from './case-record.view';
import { CaseRecords } from './case-records.service';

@ApiTags('records')
@Controller('api')
export class CaseRecordsController {
  constructor(private readonly records: CaseRecords) {}

  @Get('young-people/:id/case-records')
  @May('read case records')
  @ApiOperation({ summary: 'The child’s case record, the latest first; corrected entries stay in it' })
  async list(
    @Param('id', IdPipe) id: string,
    @Query() query: ListQuery,
    @By() by: Person,
  ): Promise<Listing<CaseRecordView>> {
    const { items, nextCursor } = await this.records.list(id, query, by);
    return { items: items.map(caseRecordView), nextCursor };
  }

  @Post('young-people/:id/case-records')
  @May('write case records')
  @ApiOperation({ summary: 'Write an entry; it is signed and dated, and never changed' })
  async write(
    @Param('id', IdPipe) id: string,
    @Body() asked: CaseRecordDto,
    @By() by: Person,
  ): Promise<CaseRecordView> {
    return caseRecordView(await this.records.write(id, asked, by));
  }

  @Post('case-records/:id/correction')
  @May('write case records')
  @ApiOperation({ summary: 'Put an entry right by another: the first stays, marked as corrected' })
  async correct(
    @Param('id', IdPipe) id: string,
    @Body() asked: CorrectionDto,
    @By() by: Person,
  ): Promise<CaseRecordView> {
    return caseRecordView(await this.records.correct(id, asked, by));
  }
}
