import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { addDays, isCalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { AssessmentRequests } from '../compatibility/assessment-requests.service';
import { askDatesView } from './ask-dates.view';
import { askFromLink, askIn, atFormFields, chosenIn, requestIn, type AskForm } from './ask-form';
import { AskPeople } from './ask-people.service';
import { newRequestView } from './new-request.view';
import { Requests } from './requests.service';

/** Asking for a break, in two pages: who, when and why; then which dates work. */
@ApiExcludeController()
@Controller('requests/new')
export class NewRequestPages {
  constructor(
    private readonly requests: Requests,
    private readonly people: AskPeople,
    private readonly assessments: AssessmentRequests,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('ask for breaks')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.drawForm(response, askFromLink(link, randomUUID(), this.requests.today), by);
  }

  /** One form, several buttons: each carries every answer along. */
  @Post()
  @HttpCode(200)
  @May('ask for breaks')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = askIn(sent);
    const step = typed(sent, 'step');
    try {
      if (step === 'send') response.redirect(303, await this.ask(form, sent, by));
      else if (step === 'find' || step === 'change') await this.drawForm(response, form, by);
      else await this.drawDates(response, form, by, await this.askForAssessments(form, sent, by));
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.drawForm(response.status(400), form, by, atFormFields(error.errors));
    }
  }

  private async ask(form: AskForm, sent: SentForm, by: Person): Promise<string> {
    const asked = chosenIn(form, requestIn(form));
    return this.once.lead(by, sent, async () => {
      const { id } = await this.requests.ask(asked, by);
      return `/requests/${id}?done=sent`;
    });
  }

  /** Exactly the pairs that one date lacks. @returns the day of arrival, when it was asked for. */
  private async askForAssessments(form: AskForm, sent: SentForm, by: Person): Promise<string | undefined> {
    const arrivesOn = typed(sent, 'assess');
    if (!isCalendarDate(arrivesOn)) return undefined;
    const { unitId, youngPersonIds, nights } = requestIn(form);
    await this.assessments.ask(
      { unitId, youngPersonIds, arrivesOn, departsOn: addDays(arrivesOn, nights) },
      by,
    );
    return arrivesOn;
  }

  private async drawForm(
    response: Response,
    form: AskForm,
    by: Person,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const view = newRequestView(form, await this.people.choices(form, by), errors);
    response.render('requests/views/new-request', view);
  }

  private async drawDates(
    response: Response,
    form: AskForm,
    by: Person,
    assessed: string | undefined,
  ): Promise<void> {
    const asked = requestIn(form);
    const offers = await this.requests.datesAsked(asked, by);
    const names = await this.people.namesOf(asked.youngPersonIds, by);
    const unitName = await this.people.unitName(asked.unitId);
    const { today } = this.requests;
    response.render(
      'requests/views/ask-dates',
      askDatesView({ form, asked, offers, names, unitName, today, assessed }, []),
    );
  }
}
