import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '../domain/london';
import { retentionOfRecord } from '../domain/retention';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { Caseload } from './caseload.service';
import { NewYoungPersonDto, YoungPeopleQuery } from './people.dto';
import { People } from './people.service';
import { youngPersonView, type YoungPersonView, type YoungPersonWithSiblingsView } from './people.view';
import { PeopleSearch } from './search.service';

@ApiTags('people')
@Controller('api/young-people')
export class YoungPeopleController {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly caseload: Caseload,
    private readonly clock: Clock,
  ) {}

  @Post()
  @May('keep people on file')
  @ApiOperation({ summary: 'Put a young person of a family on file' })
  async add(@Body() asked: NewYoungPersonDto, @By() by: Person): Promise<YoungPersonView> {
    return youngPersonView(await this.people.addYoungPerson(asked, by), this.today());
  }

  @Get()
  @May('look people up')
  @ApiOperation({ summary: 'Young people by name, or the likeliest for a name or case reference' })
  async list(@Query() query: YoungPeopleQuery, @By() by: Person): Promise<Listing<YoungPersonView>> {
    const { items, nextCursor } = await this.search.find(query, by);
    return { items: items.map((found) => youngPersonView(found, this.today())), nextCursor };
  }

  @Get(':id')
  @May('look people up')
  @ApiOperation({ summary: 'A young person and their siblings' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<YoungPersonWithSiblingsView> {
    await this.caseload.refuseStrangersAmong([id], by);
    const youngPerson = await this.people.one(id);
    const family = await this.people.ofFamily(youngPerson.familyId);
    const siblings = family.filter((each) => each.id !== id);
    return {
      ...youngPersonView(youngPerson, this.today()),
      retention: retentionOfRecord(youngPerson),
      siblings: siblings.map((sibling) => youngPersonView(sibling, this.today())),
    };
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
