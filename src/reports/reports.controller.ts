import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { cost, type Cost } from '../domain/cost';
import type { EmergencyFigures } from '../domain/emergency-figures';
import { occupancy, type OccupancyReport } from '../domain/occupancy';
import { May } from '../platform/may';
import { reportPeriod } from '../platform/asked-period';
import { CostQuery, OccupancyQuery } from './report.dto';
import { Reports } from './reports.service';

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get('occupancy')
  @May('read occupancy and cost')
  @ApiOperation({ summary: 'Every bed-night of a period by class, against the nights commissioned' })
  async occupancy(@Query() query: OccupancyQuery): Promise<OccupancyReport> {
    const period = reportPeriod(query);
    const { ledger, bedNights } = await this.reports.count(query.unitId, period);
    return occupancy(bedNights, ledger.contracts, period, query.by);
  }

  @Get('cost')
  @May('read occupancy and cost')
  @ApiOperation({
    summary: 'What a night cost, what it would cost at capacity, and what unused nights carried',
  })
  async cost(@Query() query: CostQuery): Promise<Cost> {
    const period = reportPeriod(query);
    const { ledger, bedNights } = await this.reports.count(query.unitId, period);
    return cost(bedNights, ledger.contracts, period);
  }

  @Get('emergencies')
  @May('read occupancy and cost')
  @ApiOperation({
    summary:
      'Emergencies, overstays, displaced stays, days until other dates, and what each cost; nobody named',
  })
  async emergencies(@Query() query: CostQuery): Promise<EmergencyFigures> {
    const { emergencies } = await this.reports.countWithEmergencies(query.unitId, reportPeriod(query));
    return emergencies;
  }
}
