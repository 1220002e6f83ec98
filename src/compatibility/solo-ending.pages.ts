import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, NotThere, type FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import type { SoloDecision } from './solo-decision.entity';
import { SoloDecisions } from './solo-decisions.service';
import { ending, endingIn, type EndingForm } from './solo-form';
import { endingView } from './solo.view';
import { TonightReader } from './tonight.reader';

@ApiExcludeController()
@Controller('young-people/:id/solo/:decisionId/ending')
export class SoloEndingPages {
  constructor(
    private readonly decisions: SoloDecisions,
    private readonly people: People,
    private readonly once: SentOnce,
    private readonly tonight: TonightReader,
  ) {}

  @Get()
  @May('decide on solo')
  async show(
    @Param('id', IdPipe) id: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @Res() response: Response,
  ): Promise<void> {
    const decision = await this.decision(id, decisionId);
    await this.draw(response, endingIn({ key: randomUUID(), on: await this.tonight.of(id) }), decision);
  }

  /** @throws NotThere; Refused when it no longer holds */
  @Post()
  @HttpCode(200)
  @May('decide on solo')
  async send(
    @Param('id', IdPipe) id: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = endingIn(sent);
    const decision = await this.decision(id, decisionId);
    try {
      const location = await this.once.lead(by, sent, async () => {
        await this.decisions.end(decisionId, ending(form), by);
        return `/young-people/${id}?done=solo-ended`;
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), form, decision, error.errors);
    }
  }

  private async decision(youngPersonId: string, id: string): Promise<SoloDecision> {
    const found = (await this.decisions.of(youngPersonId)).find((decision) => decision.id === id);
    if (!found) throw new NotThere('There is no such solo decision.');
    return found;
  }

  private async draw(
    response: Response,
    form: EndingForm,
    decision: SoloDecision,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const youngPerson = await this.people.one(decision.youngPersonId);
    const tonight = await this.tonight.of(decision.youngPersonId);
    response.render(
      'compatibility/views/solo-ending',
      endingView(form, youngPerson, decision, tonight, errors),
    );
  }
}
