import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { tonight } from '../domain/tonight';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { atFormFields, ringFenceAsked, ringFenceIn } from './ring-fence-form';
import { ringFencePage, type FilledIn } from './ring-fence.view';
import { SettingsChanges } from './settings-changes.service';
import { settingsView } from './unit.view';
import { Units } from './units.service';

@ApiExcludeController()
@Controller('units/:id/ring-fence')
export class RingFencePages {
  constructor(
    private readonly units: Units,
    private readonly changes: SettingsChanges,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('look at units')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(response, id, by, { key: randomUUID(), done: typed(link, 'done') });
  }

  @Post()
  @HttpCode(200)
  @May('set the ring-fence')
  async send(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = ringFenceIn(sent);
    try {
      const location = await this.once.lead(by, sent, async () => {
        const { settings } = await this.units.one(id);
        await this.changes.change(id, ringFenceAsked(form, settings), by);
        return `/units/${id}/ring-fence?done=changed`;
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), id, by, {
        key: form.key,
        form,
        errors: atFormFields(error.errors),
      });
    }
  }

  private async draw(response: Response, id: string, by: Person, filled: FilledIn): Promise<void> {
    const records = await this.units.one(id);
    const on = tonight(this.clock.now(), records.settings.map(settingsView));
    const view = ringFencePage(records, await this.changes.all(id), on, by, filled);
    response.render('units/views/ring-fence', view);
  }
}
