import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { auditEntryView, type AuditEntryView } from './audit-entry.view';
import { AuditEntries } from './audit-entries.service';
import { AuditQuery } from './audit.dto';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly entries: AuditEntries) {}

  @Get()
  @May('read the audit trail')
  @ApiOperation({
    summary: 'Who did, looked at, searched for or was refused what; newest first, to is exclusive',
  })
  async list(@Query() query: AuditQuery, @By() by: Person): Promise<Listing<AuditEntryView>> {
    const { items, nextCursor } = await this.entries.list(query, by);
    return { items: items.map(auditEntryView), nextCursor };
  }
}
