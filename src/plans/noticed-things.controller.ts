import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { FoldingInDto, NewNoticedThingDto, NoticedThingsQuery, SettingAsideDto } from './noticed-thing.dto';
import { noticedThingView, type NoticedThingView } from './noticed-thing.view';
import { NoticedSettling } from './noticed-settling.service';
import { NoticedThings } from './noticed-things.reader';
import { Noticing } from './noticing.service';

@ApiTags('plans')
@Controller('api')
export class NoticedThingsController {
  constructor(
    private readonly things: NoticedThings,
    private readonly noticing: Noticing,
    private readonly settling: NoticedSettling,
  ) {}

  @Get('noticed-things')
  @May('look at plans')
  @ApiOperation({ summary: 'What was noticed during stays: open ones first, the urgent before the others' })
  async list(@Query() query: NoticedThingsQuery, @By() by: Person): Promise<Listing<NoticedThingView>> {
    return wholeListing((await this.things.list(query, by)).map(noticedThingView));
  }

  @Post('stays/:id/noticed-things')
  @May('write down what is noticed')
  @ApiOperation({ summary: 'Write down something noticed during a stay; it goes to the key worker' })
  async notice(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewNoticedThingDto,
    @By() by: Person,
  ): Promise<NoticedThingView> {
    return noticedThingView(await this.noticing.notice(id, asked, by));
  }

  @Post('noticed-things/:id/folding-in')
  @HttpCode(200)
  @May('settle what is noticed')
  @ApiOperation({ summary: 'Fold it into the CAS plan: into a goal it has, or as a new goal' })
  async foldIn(
    @Param('id', IdPipe) id: string,
    @Body() asked: FoldingInDto,
    @By() by: Person,
  ): Promise<NoticedThingView> {
    return noticedThingView(await this.settling.foldIn(id, asked, by));
  }

  @Post('noticed-things/:id/setting-aside')
  @HttpCode(200)
  @May('settle what is noticed')
  @ApiOperation({ summary: 'Set it aside, with a reason' })
  async setAside(
    @Param('id', IdPipe) id: string,
    @Body() asked: SettingAsideDto,
    @By() by: Person,
  ): Promise<NoticedThingView> {
    return noticedThingView(await this.settling.setAside(id, asked, by));
  }
}
