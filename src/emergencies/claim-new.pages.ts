import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { stillToDo } from '../platform/given-form';
import { May } from '../platform/may';
import { Misshapen, Refused, type FieldError } from '../platform/problem';
import { idTyped, typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { claimBedView } from './claim-bed.view';
import { atFields, isOfFirstPage } from './claim-checks';
import { claimIn, emptyClaim, identityOf, withLikely, type ClaimForm } from './claim-form';
import { ClaimLooks } from './claim-looks.service';
import { claimWhoView } from './claim-who.view';

/** From the tonight card to a claimed bed in two pages; one form, whose buttons carry every answer along. */
@ApiExcludeController()
@Controller('emergency-claims/new')
export class ClaimNewPages {
  constructor(
    private readonly looks: ClaimLooks,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('claim emergency beds')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const unitId = idTyped(link, 'unitId') || idTyped(link, 'unit');
    await this.drawWho(response, emptyClaim(unitId, randomUUID()));
  }

  @Post()
  @HttpCode(200)
  @May('claim emergency beds')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const { unit } = await this.looks.where(idTyped(sent, 'elsewhere') || idTyped(sent, 'unitId'));
    const form = { ...claimIn(sent), unitId: unit.id };
    const step = stepOf(form, typed(sent, 'step'));
    try {
      if (step === 'claim') response.redirect(303, await this.claim(form, by));
      else if (step === 'bed') await this.drawBed(response, form, by);
      else await this.drawWho(response, form);
    } catch (error) {
      if (error instanceof Misshapen) await this.drawErrors(response, form, by, atFields(error.errors));
      else if (error instanceof Refused)
        await this.drawBed(response.status(409), form, by, whatNow(error, form));
      else throw error;
    }
  }

  private async claim(form: ClaimForm, by: Person): Promise<string> {
    return this.once.lead(by, identityOf(form), async () => {
      const { id } = await this.looks.claim(form, by);
      return `/emergency-claims/${id}?done=claimed`;
    });
  }

  private async drawErrors(
    response: Response,
    form: ClaimForm,
    by: Person,
    errors: readonly FieldError[],
  ): Promise<void> {
    if (errors.some(isOfFirstPage)) await this.drawWho(response.status(400), form, errors);
    else await this.drawBed(response.status(400), form, by, errors);
  }

  private async drawWho(
    response: Response,
    form: ClaimForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const where = await this.looks.where(form.unitId);
    response.set('Cache-Control', 'no-store');
    response.render(
      'emergencies/views/claim-who',
      claimWhoView(form, where, await this.looks.search(form), errors),
    );
  }

  private async drawBed(
    response: Response,
    form: ClaimForm,
    by: Person,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const where = await this.looks.where(form.unitId);
    const look = await this.looks.look(form, by);
    response.set('Cache-Control', 'no-store');
    response.render(
      'emergencies/views/claim-bed',
      claimBedView(withLikely(form, where.now), where, look, errors),
    );
  }
}

/** Words in the search and nothing else mean "find", whichever button was pressed; no words, and there is nothing to find. */
function stepOf(form: ClaimForm, step: string): string {
  const isSaid = form.youngPersonId || form.approximateAge || form.dateOfBirth;
  if (step === 'find' && !form.search && isSaid) return 'bed';
  if (step === 'claim' || step === 'find' || step === 'change') return step;
  return form.search && !isSaid ? 'find' : 'bed';
}

/** Judged again, so that the page says how things are now. */
function whatNow({ findings, detail }: Refused, { given }: ClaimForm): readonly FieldError[] {
  const isPossible = findings.every(({ level }) => level !== 'refuse');
  const toDo = isPossible ? stillToDo(findings, given, 'Write what the manager said') : [];
  return toDo.length > 0 ? toDo : [{ pointer: '/way', detail }];
}
