import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NewDeclaredNightsDto, DeclaredNightsWithdrawalDto } from './declared-night.dto';
import { declaredNightsView, type DeclaredNightsView } from './declared-night.view';
import { DeclaredNightsElsewhere } from './declared-nights.service';
import { NightsCounts } from './nights-counts.service';

@ApiTags('people')
@Controller('api')
export class DeclaredNightsController {
  constructor(
    private readonly declared: DeclaredNightsElsewhere,
    private readonly counts: NightsCounts,
  ) {}

  @Get('young-people/:id/declared-nights')
  @May('look at plans')
  @ApiOperation({ summary: 'Nights declared at other places, withdrawn ones too' })
  async list(@Param('id', IdPipe) id: string, @By() by: Person): Promise<Listing<DeclaredNightsView>> {
    return wholeListing((await this.declared.list(id, by)).map(declaredNightsView));
  }

  @Post('young-people/:id/declared-nights')
  @May('keep people on file')
  @ApiOperation({ summary: 'Declare nights at another place; they count towards the 75 nights of 12 months' })
  async declare(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewDeclaredNightsDto,
    @By() by: Person,
  ): Promise<DeclaredNightsView> {
    return declaredNightsView(await this.declared.declare(id, asked, by));
  }

  @Post('declared-nights/:id/withdrawal')
  @HttpCode(200)
  @May('keep people on file')
  @ApiOperation({ summary: 'Withdraw declared nights: they count no more' })
  async withdraw(
    @Param('id', IdPipe) id: string,
    @Body() asked: DeclaredNightsWithdrawalDto,
    @By() by: Person,
  ): Promise<DeclaredNightsView> {
    return declaredNightsView(await this.declared.withdraw(id, asked, by));
  }

  @Get('young-people/:id/nights-counted')
  @May('look at plans')
  @ApiOperation({ summary: 'Nights and days away: in 12 months up to today and ahead, and from 1 April on' })
  async count(@Param('id', IdPipe) id: string, @By() by: Person) {
    return this.counts.of(id, by);
  }
}
