import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { ListQuery, wholeListing, type Listing } from '../platform/listing';
import { May, may } from '../platform/may';
import { NotAllowed } from '../platform/problem';
import { SettingsChanges } from './settings-changes.service';
import { settingsChangesListing, type SettingsChangeView } from './settings-changes.view';
import { isRingFenceOnly, NewContractDto, NewSettingsDto, NewUnitDto } from './unit.dto';
import {
  contractView,
  settingsView,
  unitView,
  type ContractView,
  type SettingsView,
  type UnitView,
} from './unit.view';
import { Units } from './units.service';

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly changes: SettingsChanges,
  ) {}

  @Get()
  @May('look at units')
  @ApiOperation({ summary: 'Units with their places, age range, rooms, contracts and settings' })
  async list(): Promise<Listing<UnitView>> {
    return wholeListing((await this.units.own()).map(unitView));
  }

  @Get(':id')
  @May('look at units')
  @ApiOperation({ summary: 'One unit' })
  async show(@Param('id', IdPipe) id: string): Promise<UnitView> {
    return unitView(await this.units.one(id));
  }

  @Post()
  @May('set up units')
  @ApiOperation({ summary: 'Open a unit with its rooms' })
  async open(@Body() asked: NewUnitDto, @By() by: Person): Promise<UnitView> {
    return unitView(await this.units.open(asked, by));
  }

  @Post(':id/contracts')
  @May('set up units')
  @ApiOperation({ summary: 'Add a contract; contracts of a unit never overlap' })
  async addContract(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewContractDto,
    @By() by: Person,
  ): Promise<ContractView> {
    return contractView(await this.units.addContract(id, asked, by));
  }

  @Post(':id/settings')
  @May('set the ring-fence')
  @ApiOperation({
    summary: 'Change settings from a date on; those not named stay as they are',
    description: 'A deputy may change the ring-fence and nothing else.',
  })
  async changeSettings(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewSettingsDto,
    @By() by: Person,
  ): Promise<SettingsView> {
    if (!may(by.role, 'set up units') && !isRingFenceOnly(asked))
      throw new NotAllowed(`Your role (${by.role}) may change the ring-fence, but no other setting.`);
    return settingsView(await this.changes.change(id, asked, by));
  }

  @Get(':id/settings-changes')
  @May('look at units')
  @ApiOperation({ summary: 'Every settings record ever made, superseded ones too, the last made first' })
  async listChanges(
    @Param('id', IdPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<Listing<SettingsChangeView>> {
    await this.units.one(id);
    return settingsChangesListing(await this.changes.all(id), query);
  }
}
