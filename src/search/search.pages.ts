import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { SignedIn } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { Finder } from './found.service';
import { isLongEnough, searchView } from './search.view';

const LONGEST = 100;

@ApiExcludeController()
@Controller('search')
export class SearchPages {
  constructor(
    private readonly finder: Finder,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const asked = typed(link, 'q').slice(0, LONGEST);
    const found = isLongEnough(asked) ? await this.finder.find(asked, by) : undefined;
    response.render('search/views/search', searchView(asked, found, londonDate(this.clock.now()), by));
  }
}
