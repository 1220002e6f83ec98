import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { ListQuery, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { LooksAtFiles } from './looks.service';
import { lookView, type LookView } from './looks.view';

@ApiTags('audit')
@Controller('api/young-people/:id/looks')
export class LooksController {
  constructor(private readonly files: LooksAtFiles) {}

  @Get()
  @May('read the audit trail')
  @ApiOperation({ summary: 'Who has looked at a young person’s file, newest first' })
  async list(
    @Param('id', IdPipe) id: string,
    @Query() query: ListQuery,
    @By() by: Person,
  ): Promise<Listing<LookView>> {
    const { looks } = await this.files.at(id, query, by);
    return { items: looks.items.map(lookView), nextCursor: looks.nextCursor };
  }
}
