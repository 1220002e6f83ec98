import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { addDays } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { sentBack } from '../platform/sent-back';
import { idTyped, ticked, type SentForm } from '../platform/sent-form';
import type { FieldError } from '../platform/problem';
import { SentOnce } from '../platform/sent-once';
import { handoverPage } from './handover-page.view';
import { HandoversReader } from './handovers.reader';
import { Handovers } from './handovers.service';
import { NightPipe } from './night.pipe';

@ApiExcludeController()
@Controller('handovers')
export class HandoversPages {
  constructor(
    private readonly reader: HandoversReader,
    private readonly handovers: Handovers,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  /** Last night's. */
  @Get()
  @May('read handovers')
  last(@Query() link: SentForm, @Res() response: Response): void {
    response.redirect(303, pathOf(addDays(londonDate(this.clock.now()), -1), unitOf(link)));
  }

  @Get(':date')
  @May('read handovers')
  async show(
    @Param('date', NightPipe) date: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(response, date, unitOf(link), by, { isRead: link['done'] === 'acknowledged' });
  }

  @Post(':date/acknowledgement')
  @HttpCode(303)
  @May('acknowledge handovers')
  async acknowledge(
    @Param('date', NightPipe) date: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const unitId = unitOf(sent);
    try {
      const led = await this.once.lead(by, sent, async () => {
        await this.handovers.acknowledge(date, { unitId, claimIds: ticked(sent, 'claimIds') }, by);
        return pathOf(date, unitId, 'acknowledged');
      });
      response.redirect(303, led);
    } catch (error) {
      const { status, errors } = sentBack(error, 'acknowledge');
      await this.draw(response.status(status), date, unitId, by, { errors });
    }
  }

  private async draw(
    response: Response,
    date: string,
    unitId: string | undefined,
    by: Person,
    said: { readonly isRead?: boolean; readonly errors?: readonly FieldError[] },
  ): Promise<void> {
    const handovers = await this.reader.ofNight(date, unitId, by);
    const shown = { now: this.clock.now(), by, key: randomUUID(), unitId, ...said };
    response.render('emergencies/views/handover', handoverPage(date, handovers, shown));
  }
}

/** The header of every page asks with `unit`. */
function unitOf(sent: SentForm): string | undefined {
  return idTyped(sent, 'unitId') || idTyped(sent, 'unit') || undefined;
}

function pathOf(night: string, unitId: string | undefined, done?: string): string {
  const query = new URLSearchParams({ ...(unitId ? { unitId } : {}), ...(done ? { done } : {}) }).toString();
  return `/handovers/${night}${query ? `?${query}` : ''}`;
}
