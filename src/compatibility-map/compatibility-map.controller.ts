import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { May } from '../platform/may';
import { CompatibilityMapQuery, USUAL_WEEKS } from './compatibility-map.dto';
import { compatibilityMapView, type CompatibilityMapView } from './compatibility-map.view';
import { CompatibilityMaps } from './compatibility-maps.service';

@ApiTags('compatibility')
@Controller('api/compatibility-map')
export class CompatibilityMapController {
  constructor(private readonly maps: CompatibilityMaps) {}

  @Get()
  @May('judge who may stay together')
  @ApiOperation({ summary: 'Who is likely to meet, how each two stand, and which nights hang on it' })
  async show(@Query() query: CompatibilityMapQuery): Promise<CompatibilityMapView> {
    const { unitId, weeks = USUAL_WEEKS } = query;
    return compatibilityMapView(await this.maps.of(unitId, Number(weeks)), query);
  }
}
