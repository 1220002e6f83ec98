import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caseload } from '../people/caseload.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wholeListing, type Listing } from '../platform/listing';
import { May, may } from '../platform/may';
import { DateSearchDto } from './date-search.dto';
import { dateOfferView, placementView, type DateOfferView, type PlacementView } from './placement.view';
import { Placements } from './placements.service';
import { PlacementCheckDto } from './stay.dto';

@ApiTags('placement')
@Controller('api')
export class PlacementsController {
  constructor(
    private readonly placements: Placements,
    private readonly caseload: Caseload,
  ) {}

  @Post('placement-checks')
  @HttpCode(200)
  @May('ask what fits')
  @ApiOperation({ summary: 'A dry run of placing stays: every finding, and the rooms they would have' })
  async check(@Body() asked: PlacementCheckDto, @By() by: Person): Promise<PlacementView> {
    await this.caseload.refuseStrangersAmong(
      asked.stays.map(({ youngPersonId }) => youngPersonId),
      by,
    );
    const mayKnowRooms = may(by.role, 'know who stays');
    return placementView(await this.placements.check(mayKnowRooms ? asked : withoutRooms(asked)), by);
  }

  @Post('date-searches')
  @HttpCode(200)
  @May('ask what fits')
  @ApiOperation({
    summary: 'Which dates work? Those that do first, best first; the rest with the reasons why not',
  })
  async search(@Body() asked: DateSearchDto, @By() by: Person): Promise<Listing<DateOfferView>> {
    await this.caseload.refuseStrangersAmong(asked.youngPersonIds, by);
    return wholeListing((await this.placements.search(asked)).map((offer) => dateOfferView(offer, by)));
  }
}

/** Asking for one room after another would tell which are taken. */
function withoutRooms(asked: PlacementCheckDto): PlacementCheckDto {
  return { ...asked, stays: asked.stays.map(({ roomId, ...stay }) => stay) };
}
