import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ClosureEndingDto, ClosureQuery, NewClosureDto } from './closure.dto';
import { closureView, type ClosureView } from './closure.view';
import { Closures } from './closures.service';

@ApiTags('closures')
@Controller('api/closures')
export class ClosuresController {
  constructor(private readonly closures: Closures) {}

  @Get()
  @May('look at the board')
  @ApiOperation({ summary: 'Closures of a unit' })
  async list(@Query() query: ClosureQuery): Promise<Listing<ClosureView>> {
    return wholeListing((await this.closures.list(query)).map(closureView));
  }

  @Post()
  @May('change the diary')
  @ApiOperation({ summary: 'Close a room or the whole unit; 409 lists the stays in the way' })
  async close(@Body() asked: NewClosureDto, @By() by: Person): Promise<ClosureView> {
    return closureView(await this.closures.close(asked, by));
  }

  @Post(':id/ending')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'End a closure early' })
  async end(
    @Param('id', IdPipe) id: string,
    @Body() asked: ClosureEndingDto,
    @By() by: Person,
  ): Promise<ClosureView> {
    return closureView(await this.closures.end(id, asked, by));
  }
}
