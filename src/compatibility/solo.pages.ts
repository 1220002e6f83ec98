import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { SoloDecisions } from './solo-decisions.service';
import { soloDecision, soloIn, type SoloForm } from './solo-form';
import { soloView } from './solo.view';
import { TonightReader } from './tonight.reader';

@ApiExcludeController()
@Controller('young-people/:id/solo/new')
export class SoloPages {
  constructor(
    private readonly decisions: SoloDecisions,
    private readonly people: People,
    private readonly once: SentOnce,
    private readonly tonight: TonightReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('decide on solo')
  async show(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    await this.draw(response, soloIn({ key: randomUUID(), startsOn: await this.tonight.of(id) }, id));
  }

  @Post()
  @HttpCode(200)
  @May('decide on solo')
  async send(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = soloIn(sent, id);
    try {
      const location = await this.once.lead(by, sent, async () => {
        await this.decisions.decide(soloDecision(form), by);
        return `/young-people/${id}?done=solo`;
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), form, error.errors);
    }
  }

  private async draw(response: Response, form: SoloForm, errors: readonly FieldError[] = []): Promise<void> {
    const youngPerson = await this.people.one(form.youngPersonId);
    const family = await this.people.ofFamily(youngPerson.familyId);
    const siblings = family.filter(({ id }) => id !== youngPerson.id);
    response.render('compatibility/views/solo', soloView(form, youngPerson, siblings, this.today(), errors));
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
