import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { CouncilSignIn } from '../platform/council-sign-in';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { saidByTheCouncil } from './account-access';
import { accountIn, atAccountFields, changeAsked, closureReason, formOf } from './account-form';
import { AccountKeeping } from './account-keeping.service';
import { accountFormPage, councilWords } from './account-page.view';
import { KeptAccounts } from './kept-accounts.service';

@ApiExcludeController()
@Controller('accounts/:id')
export class AccountChangePages {
  constructor(
    private readonly accounts: KeptAccounts,
    private readonly keeping: AccountKeeping,
    private readonly council: CouncilSignIn,
    private readonly once: SentOnce,
  ) {}

  @Get('changes')
  @May('keep accounts')
  async showChange(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    await this.drawChange(response, id, {}, []);
  }

  @Post('changes')
  @HttpCode(303)
  @May('keep accounts')
  async change(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const account = await this.accounts.one(id);
      const asked = changeAsked(accountIn(sent), account, saidByTheCouncil(this.council.settings));
      const path = await this.once.lead(by, sent, async () => {
        await this.keeping.change(id, asked, by);
        return `/accounts/${id}?done=changed`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'reason');
      await this.drawChange(response.status(status), id, sent, atAccountFields(errors));
    }
  }

  @Get('closure')
  @May('keep accounts')
  async showClosure(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    await this.drawClosure(response, id, {}, []);
  }

  @Post('closure')
  @HttpCode(303)
  @May('keep accounts')
  async close(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const reason = closureReason(sent);
      const path = await this.once.lead(by, sent, async () => {
        await this.keeping.close(id, reason, by);
        return `/accounts/${id}?done=closed`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'reason');
      await this.drawClosure(response.status(status), id, sent, errors);
    }
  }

  private async drawChange(
    response: Response,
    id: string,
    sent: SentForm,
    errors: readonly FieldError[],
  ): Promise<void> {
    const account = await this.accounts.one(id);
    const council = saidByTheCouncil(this.council.settings);
    const form = 'reason' in sent ? accountIn(sent) : formOf(account);
    response.render('accounts/views/account-form', {
      ...{ title: 'Change an account', caption: account.name, council, councilWords: councilWords(council) },
      ...{ back: backTo(account), action: `/accounts/${id}/changes`, key: keyOf(sent) },
      ...accountFormPage(form, await this.accounts.units(), errors),
    });
  }

  private async drawClosure(
    response: Response,
    id: string,
    sent: SentForm,
    errors: readonly FieldError[],
  ): Promise<void> {
    const account = await this.accounts.one(id);
    response.render('accounts/views/account-closure', {
      ...{ title: 'Close an account', caption: account.name, back: backTo(account), errors },
      ...{ action: `/accounts/${id}/closure`, key: keyOf(sent), reason: typed(sent, 'reason') },
    });
  }
}

function backTo({ id, name }: { readonly id: string; readonly name: string }) {
  return { text: `Back to ${name}`, href: `/accounts/${id}` };
}

function keyOf(sent: SentForm): string {
  return typed(sent, 'key') || randomUUID();
}
