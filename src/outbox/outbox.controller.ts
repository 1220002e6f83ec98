import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { Letters } from '../platform/notices/letters';
import { NoticesQuery } from './outbox.dto';
import { Outbox } from './outbox.service';
import { noticeView, type NoticeView } from './outbox.view';

@ApiTags('notices')
@Controller('api/notices')
export class OutboxController {
  constructor(
    private readonly outbox: Outbox,
    private readonly letters: Letters,
  ) {}

  @Get()
  @May('look at the outbox')
  @ApiOperation({ summary: 'What was written to whom, newest first, and what has become of it' })
  async list(@Query() query: NoticesQuery): Promise<Listing<NoticeView>> {
    const { items, nextCursor } = await this.outbox.list(query);
    return { items: items.map((notice) => noticeView(notice, this.letters)), nextCursor };
  }

  @Post(':id/sending')
  @HttpCode(202)
  @May('send notices again')
  @ApiOperation({ summary: 'Send again what failed, or was kept while no way of sending was set up' })
  async sendAgain(@Param('id', IdPipe) id: string, @By() by: Person): Promise<NoticeView> {
    return noticeView(await this.outbox.sendAgain(id, by), this.letters);
  }
}
