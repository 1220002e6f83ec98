import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NewFamilyDto } from './people.dto';
import { People } from './people.service';
import { familyView, type FamilyView } from './people.view';

@ApiTags('people')
@Controller('api/families')
export class FamiliesController {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  @Post()
  @May('keep people on file')
  @ApiOperation({ summary: 'Put a family on file' })
  async add(@Body() asked: NewFamilyDto, @By() by: Person): Promise<FamilyView> {
    return familyView(await this.people.addFamily(asked, by), [], londonDate(this.clock.now()));
  }

  @Get(':id')
  @May('look people up')
  @ApiOperation({ summary: 'A family and its young people' })
  async show(@Param('id', IdPipe) id: string): Promise<FamilyView> {
    const { family, youngPeople } = await this.people.family(id);
    return familyView(family, youngPeople, londonDate(this.clock.now()));
  }
}
