import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { PeopleLists } from './people-list.service';
import { peopleListView } from './people-list.view';

const LONGEST_SEARCH = 100;

@ApiExcludeController()
@Controller('young-people')
export class PeopleListPages {
  constructor(
    private readonly lists: PeopleLists,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('know who stays')
  async show(@Query() query: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const search = typed(query, 'search').slice(0, LONGEST_SEARCH);
    const list = await this.lists.find(search, typed(query, 'cursor'));
    const today = londonDate(this.clock.now());
    response.render('records/views/people-list', peopleListView(search, list, today, by));
  }
}
