import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { addDays, isCalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May, may } from '../platform/may';
import { Misshapen, Refused, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { BookingChecks } from './booking-checks.service';
import { atFormFields, bookingFromLink, bookingIn, stays, type BookingForm } from './booking-form';
import { BookingPeople } from './booking-people.service';
import { checkView } from './check.view';
import { stillToDo } from '../platform/given-form';
import { newStayView } from './new-stay.view';
import { Placements } from './placements.service';

@ApiExcludeController()
@Controller('stays/new')
export class NewStayPages {
  constructor(
    private readonly placements: Placements,
    private readonly checks: BookingChecks,
    private readonly people: BookingPeople,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('change the diary')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const form = bookingFromLink(link, randomUUID());
    const oneNight = isCalendarDate(form.arrivesOn) ? addDays(form.arrivesOn, 1) : '';
    await this.drawForm(response, { ...form, departsOn: form.departsOn || oneNight });
  }

  /** One form, several buttons: each carries every answer along. */
  @Post()
  @HttpCode(200)
  @May('change the diary')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const step = typed(sent, 'step');
    let form = bookingIn(sent);
    try {
      if (step === 'check') form = await this.withWhoIsNamed(form);
      if (step === 'book' || step === 'hold')
        response.redirect(303, await this.book(form, sent, by, step === 'hold'));
      else if (step === 'find' || step === 'change') await this.drawForm(response, form);
      else await this.drawCheck(response, form, by);
    } catch (error) {
      if (error instanceof Misshapen)
        await this.drawForm(response.status(400), form, atFormFields(error.errors));
      else if (error instanceof Refused) await this.drawRefusal(response.status(409), form, by, error);
      else throw error;
    }
  }

  private async book(form: BookingForm, sent: SentForm, by: Person, hold: boolean): Promise<string> {
    const asked = stays(form, hold);
    return this.once.lead(by, sent, async () => {
      const [first] = await this.placements.place(asked, by);
      return `/stays/${first?.stay.id ?? ''}?done=${hold ? 'held' : 'booked'}`;
    });
  }

  /** A name typed beside no tick: who it is, if it can be only one. The next page says who, before anything is booked. */
  private async withWhoIsNamed(form: BookingForm): Promise<BookingForm> {
    if (form.youngPersonIds.length > 0 || form.search === '') return form;
    const id = await this.people.named(form.search);
    return id ? { ...form, youngPersonIds: [id] } : form;
  }

  private async drawForm(
    response: Response,
    form: BookingForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const where = await this.checks.where(form.unitId);
    const candidates = await this.people.candidates(form.youngPersonIds, form.search);
    response.render('stays/views/new-stay', newStayView(form, where, candidates, errors));
  }

  private async drawCheck(
    response: Response,
    form: BookingForm,
    by: Person,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const checked = await this.checks.check(form, may(by.role, 'authorise findings'));
    response.render(
      'stays/views/check',
      checkView(form, await this.checks.where(form.unitId), checked, errors),
    );
  }

  /** Judged again, so that the page says how things are now. */
  private async drawRefusal(
    response: Response,
    form: BookingForm,
    by: Person,
    refused: Refused,
  ): Promise<void> {
    const toDo = stillToDo(refused.findings, form.given);
    await this.drawCheck(
      response,
      form,
      by,
      toDo.length > 0 ? toDo : [{ pointer: '/findings', detail: refused.detail }],
    );
  }
}
