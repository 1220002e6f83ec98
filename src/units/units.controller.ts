import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NewContractDto, NewSettingsDto, NewUnitDto } from './unit.dto';
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
  constructor(private readonly units: Units) {}

  @Get()
  @May('look at units')
  @ApiOperation({ summary: 'Units with their places, age range, rooms, contracts and settings' })
  async list(): Promise<Listing<UnitView>> {
    return wholeListing((await this.units.all()).map(unitView));
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
  @May('set up units')
  @ApiOperation({ summary: 'Change settings from a date on; those not named stay as they are' })
  async changeSettings(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewSettingsDto,
    @By() by: Person,
  ): Promise<SettingsView> {
    return settingsView(await this.units.changeSettings(id, asked, by));
  }
}
