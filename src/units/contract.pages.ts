import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, Refused, type FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { cameFrom, wayBack } from '../platform/way-back';
import { atFormFields, contract, contractIn, nextContract, type ContractForm } from './contract-form';
import { unitFormView } from './unit-form.view';
import { Units } from './units.service';

const OVERLAP =
  'These dates meet a contract the unit has already. Start after it ends: contracts must not overlap.';

@ApiExcludeController()
@Controller('units/:id/contracts/new')
export class ContractPages {
  constructor(
    private readonly units: Units,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('set up units')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @Res() response: Response,
  ): Promise<void> {
    const { contracts } = await this.units.one(id);
    const form = nextContract(contracts, londonDate(this.clock.now()), randomUUID());
    await this.draw(response, { id, form, sent: link });
  }

  @Post()
  @HttpCode(200)
  @May('set up units')
  async send(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = contractIn(sent);
    const asked = { id, form, sent };
    try {
      const location = await this.once.lead(by, sent, async () => {
        await this.units.addContract(id, contract(form), by);
        return wayBack(sent, { done: 'contract' }, `/units/${id}?done=contract`);
      });
      response.redirect(303, location);
    } catch (error) {
      if (error instanceof Misshapen)
        await this.draw(response.status(400), asked, atFormFields(error.errors));
      else if (error instanceof Refused)
        await this.draw(response.status(409), asked, [{ pointer: '/startsOn', detail: OVERLAP }]);
      else throw error;
    }
  }

  private async draw(
    response: Response,
    { id, form, sent }: Asked,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const { unit } = await this.units.one(id);
    const view = unitFormView('Add a contract', unit, form, errors);
    response.render('units/views/contract', { ...view, from: cameFrom(sent) });
  }
}

interface Asked {
  readonly id: string;
  readonly form: ContractForm;
  readonly sent: SentForm;
}
