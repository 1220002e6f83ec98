import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { sendAttachment } from '../platform/attachment';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { OccupancyExportQuery, StaysExportQuery } from './export.dto';
import { Exports } from './exports.service';

@ApiTags('reports')
@Controller('api/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get('stays.csv')
  @May('export stays')
  @ApiOperation({ summary: 'A unit’s stays as CSV; with names for those who may know who stays' })
  async staysCsv(
    @Query() asked: StaysExportQuery,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    sendAttachment(response, await this.exports.stays(asked, 'csv', by));
  }

  @Get('stays.xlsx')
  @May('export stays')
  @ApiOperation({ summary: 'The same as a spreadsheet' })
  async staysXlsx(
    @Query() asked: StaysExportQuery,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    sendAttachment(response, await this.exports.stays(asked, 'xlsx', by));
  }

  @Get('occupancy.csv')
  @May('read occupancy and cost')
  @ApiOperation({ summary: 'Every bed-night of a period by class, a row for each month or week, as CSV' })
  async occupancyCsv(
    @Query() asked: OccupancyExportQuery,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    sendAttachment(response, await this.exports.occupancy(asked, 'csv', by));
  }

  @Get('occupancy.xlsx')
  @May('read occupancy and cost')
  @ApiOperation({ summary: 'The same as a spreadsheet' })
  async occupancyXlsx(
    @Query() asked: OccupancyExportQuery,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    sendAttachment(response, await this.exports.occupancy(asked, 'xlsx', by));
  }

  @Get(':name')
  @May('read occupancy and cost')
  @ApiOperation({
    summary: 'The table of a question of the occupancy page, as .csv or .xlsx: where-nights-went.csv',
  })
  async question(
    @Param('name') name: string,
    @Query() asked: StaysExportQuery,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    sendAttachment(response, await this.exports.question(name, asked, by));
  }
}
