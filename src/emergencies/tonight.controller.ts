import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { NotThere } from '../platform/problem';
import { TonightQuery } from './tonight.dto';
import { Tonight } from './tonight.service';
import { tonightView, type TonightView } from './tonight.view';

@ApiTags('emergencies')
@Controller('api/tonight')
export class TonightController {
  constructor(private readonly tonight: Tonight) {}

  @Get()
  @May('claim emergency beds')
  @ApiOperation({ summary: 'Is there a bed tonight, and what stands in the way of one' })
  async show(@Query() { unitId = '' }: TonightQuery, @By() by: Person): Promise<TonightView> {
    const shown = await this.tonight.show(unitId, by);
    if (!shown) throw new NotThere('There is no unit yet.');
    return tonightView(shown);
  }
}
