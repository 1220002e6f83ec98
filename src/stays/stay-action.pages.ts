import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Finding } from '../domain/findings';
import { STAY_ACTIONS, whyNot, type StayActionName } from '../domain/stay-actions';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May, may } from '../platform/may';
import { NotThere, Refused, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { cameFrom, wayBack } from '../platform/way-back';
import { givenIn, stillToDo } from '../platform/given-form';
import { atOnce } from './stay-action-form';
import { stayActionView } from './stay-action.view';
import { StayActs } from './stay-acts.service';
import { StayChoices } from './stay-choices.service';
import { StayFiles } from './stay-files.service';
import { StayRecords } from './stay-records.service';

/** A small form for each thing that may be done with a stay. */
@ApiExcludeController()
@Controller('stays/:id/:action')
export class StayActionPages {
  constructor(
    private readonly acts: StayActs,
    private readonly files: StayFiles,
    private readonly choices: StayChoices,
    private readonly records: StayRecords,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('change the diary')
  async show(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const name = known(action);
    const why = whyNot(name, (await this.records.one(id)).stay, this.records.today);
    if (why) throw new Refused(why);
    const sent = Object.fromEntries(cameFrom(link).map((each) => [each.name, each.value]));
    await this.draw(response, { id, name, by, sent }, []);
  }

  @Post()
  @HttpCode(303)
  @May('change the diary')
  async send(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() body: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const name = known(action);
    const sent = atOnce(body, this.clock.now());
    const asked = { id, name, by, sent };
    try {
      const path = await this.once.lead(by, body, async () => {
        await this.acts.act(name, id, sent, by);
        return wayBack(sent, { done: name, about: id }, `/stays/${id}?done=${name}`);
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'stay');
      const findings = error instanceof Refused ? error.findings : [];
      const toDo = stillToDo(findings, givenIn(sent));
      await this.draw(response.status(status), asked, toDo.length > 0 ? toDo : errors, findings);
    }
  }

  private async draw(
    response: Response,
    { id, name, by, sent }: Asked,
    errors: readonly FieldError[],
    findings: readonly Finding[] = [],
  ): Promise<void> {
    const file = await this.files.open(id, true);
    const view = stayActionView(name, file, await this.choices.of(name, file, findings), {
      now: this.clock.now(),
      today: this.records.today,
      key: typed(sent, 'key') || randomUUID(),
      sent,
      mayAuthorise: may(by.role, 'authorise findings'),
      errors,
      findings,
    });
    response.render('stays/views/stay-form', view);
  }
}

interface Asked {
  readonly id: string;
  readonly name: StayActionName;
  readonly by: Person;
  readonly sent: SentForm;
}

function known(action: string): StayActionName {
  const name = STAY_ACTIONS.find((each) => each === action);
  if (!name) throw new NotThere('There is no such page.');
  return name;
}
