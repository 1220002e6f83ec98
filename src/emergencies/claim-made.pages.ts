import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { ClaimFacts } from './claim-facts.service';
import { factsIn } from './claim-facts-form';
import { ClaimFiles } from './claim-files.service';
import { claimMadeView, NOTICES } from './claim-made.view';
import { ClaimRecords } from './claim-records.service';

/** A claim that was made: what to pass on, and what is still to be found out. */
@ApiExcludeController()
@Controller('emergency-claims')
export class ClaimMadePages {
  constructor(
    private readonly files: ClaimFiles,
    private readonly records: ClaimRecords,
    private readonly facts: ClaimFacts,
    private readonly once: SentOnce,
  ) {}

  @Get('of-stay/:id')
  @May('claim emergency beds')
  async ofStay(
    @Param('id', IdPipe) stayId: string,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.records.ofStay(stayId, by);
    response.redirect(303, `/emergency-claims/${id}`);
  }

  @Get(':id')
  @May('claim emergency beds')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(response, id, by, { key: randomUUID() }, [], NOTICES[typed(link, 'done')]);
  }

  @Post(':id/facts')
  @HttpCode(303)
  @May('claim emergency beds')
  async add(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.facts.add(id, factsIn(sent), by);
        return `/emergency-claims/${id}?done=added`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'facts');
      const atForm = errors.map(({ pointer, detail }) => ({ pointer: pointer || '/facts', detail }));
      await this.draw(response.status(status), id, by, sent, atForm);
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    sent: SentForm,
    errors: readonly FieldError[],
    notice?: string,
  ): Promise<void> {
    response.set('Cache-Control', 'no-store');
    response.render(
      'emergencies/views/claim-made',
      claimMadeView(await this.files.open(id, by), by, sent, errors, notice),
    );
  }
}
