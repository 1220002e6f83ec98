import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wholeListing } from '../platform/listing';
import { May, may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { askedIn, auditForm, wrongIn, type AuditForm } from './audit-form';
import { auditPage } from './audit-page.view';
import { AuditEntries } from './audit-entries.service';
import { AuditPeople, type Called } from './audit-people.service';

const A_PAGE = 50;

@ApiExcludeController()
@Controller('audit')
export class AuditPages {
  constructor(
    private readonly entries: AuditEntries,
    private readonly people: AuditPeople,
  ) {}

  @Get()
  @May('read the audit trail')
  async show(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const { form, choices, errors } = await this.chosen(auditForm(sent), by);
    const isOpen = errors.length === 0 && choices.length === 0;
    const page = isOpen
      ? await this.entries.list(askedIn(form, typed(sent, 'cursor'), A_PAGE), by)
      : wholeListing([]);
    const ids = [form.youngPersonId, ...page.items.map(({ youngPersonId }) => youngPersonId)];
    const called = await this.people.called(
      ids.filter((id): id is string => Boolean(id)),
      by,
    );
    const mayKnow = may(by.role, 'know who stays');
    response
      .status(errors.length > 0 ? 400 : 200)
      .render('audit/views/audit', auditPage({ form, page, choices, called, mayKnow, errors }));
  }

  /** Words that mean one young person choose them; those that mean several have to be chosen among. */
  private async chosen(
    form: AuditForm,
    by: Person,
  ): Promise<{
    readonly form: AuditForm;
    readonly choices: readonly Called[];
    readonly errors: readonly FieldError[];
  }> {
    const wrong = wrongIn(form);
    if (wrong.length > 0 || !form.search) return { form, choices: [], errors: wrong };
    const found = await this.people.find(form.search, by);
    const [only] = found;
    if (!only) {
      const detail = 'Nobody on file is called so. Check the spelling, or give the case reference.';
      return { form, choices: [], errors: [{ pointer: '/search', detail }] };
    }
    if (found.length > 1) return { form, choices: found, errors: [] };
    return { form: { ...form, search: '', youngPersonId: only.id }, choices: [], errors: [] };
  }
}
