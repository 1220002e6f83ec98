import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Anyone, May, may } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { calendarPage } from './calendar-feed.view';
import { CalendarFeeds } from './calendar-feeds.service';
import { FetchedFeeds } from './fetched-feeds.service';

@ApiExcludeController()
@Controller('calendar')
export class CalendarPages {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly fetched: FetchedFeeds,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('follow stays in a calendar')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const isOfWorker = !may(by.role, 'know who stays');
    const page = calendarPage(await this.feeds.of(by), randomUUID(), isOfWorker, typed(link, 'done'));
    response.render('calendar-feeds/views/calendar', page);
  }

  /** The address stands in this answer only, so that it leads to no page it could be read at again. */
  @Post()
  @HttpCode(201)
  @May('follow stays in a calendar')
  async make(@By() by: Person, @Res() response: Response): Promise<void> {
    const { address } = await this.feeds.make(by);
    response.render('calendar-feeds/views/address', {
      title: 'Your calendar address',
      back: { text: 'Back to stays in your calendar', href: '/calendar' },
      address,
    });
  }

  @Post('revocation')
  @HttpCode(303)
  @May('follow stays in a calendar')
  async revoke(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const path = await this.once.lead(by, sent, async () => {
      await this.feeds.revoke(by);
      return '/calendar?done=revoked';
    });
    response.redirect(303, path);
  }

  /** For calendars, which cannot sign in: whoever has the address reads what its account may. */
  @Get(':secret.ics')
  @Anyone()
  async read(
    @Param('secret') secret: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const text = await this.fetched.fetch(secret);
    const stamp = createHash('sha256').update(text).digest('base64url');
    response.set({
      ETag: `"${stamp}"`,
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': 'inline; filename="short-breaks.ics"',
    });
    if (request.fresh) response.status(304).end();
    else response.type('text/calendar; charset=utf-8').send(text);
  }
}
