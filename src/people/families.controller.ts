import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { Caseload } from './caseload.service';
import { Families } from './families.service';
import { FamiliesQuery, NewFamilyDto } from './people.dto';
import { People } from './people.service';
import { familyView, type FamilyView } from './people.view';

@ApiTags('people')
@Controller('api/families')
export class FamiliesController {
  constructor(
    private readonly people: People,
    private readonly families: Families,
    private readonly caseload: Caseload,
    private readonly clock: Clock,
  ) {}

  @Post()
  @May('keep people on file')
  @ApiOperation({ summary: 'Put a family on file' })
  async add(@Body() asked: NewFamilyDto, @By() by: Person): Promise<FamilyView> {
    return familyView(await this.people.addFamily(asked, by), [], londonDate(this.clock.now()));
  }

  @Get()
  @May('look people up')
  @ApiOperation({ summary: 'Families by reference; for a CAS worker those they hold the plan of' })
  async list(@Query() query: FamiliesQuery, @By() by: Person): Promise<Listing<FamilyView>> {
    const { items, nextCursor } = await this.families.find(query, by);
    const today = londonDate(this.clock.now());
    return {
      items: items.map(({ family, youngPeople }) => familyView(family, youngPeople, today)),
      nextCursor,
    };
  }

  @Get(':id')
  @May('look people up')
  @ApiOperation({ summary: 'A family and its young people' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<FamilyView> {
    await this.caseload.refuseStrangers([id], by);
    const { family, youngPeople } = await this.people.family(id);
    return familyView(family, youngPeople, londonDate(this.clock.now()));
  }
}
