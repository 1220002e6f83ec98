import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { accountIn, accountOnFile, atOwnFields, termsAsked, type AccountForm } from './account-form';
import type { Account } from './account.entity';
import { accountFormPage, accountsPage } from './accounts-page.view';
import { Accounts } from './accounts.service';

@ApiExcludeController()
@Controller('accounts')
export class AccountsPages {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @May('look at accounts')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const [all, units] = [await this.accounts.all(), await this.accounts.units()];
    const view = accountsPage(all, units, this.accounts.now, by, typed(link, 'done'));
    response.render('accounts/views/accounts', view);
  }

  @Get('new')
  @May('keep accounts')
  async ask(@By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, accountIn({}), by);
  }

  /** Its password is told on this page and nowhere else, so that no address ever holds it. */
  @Post('new')
  @HttpCode(201)
  @May('keep accounts')
  async open(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = accountIn(sent);
    try {
      const asked = { ...termsAsked(form, true), username: form.username };
      const { account, password } = await this.accounts.open(asked, by);
      const { name, username } = account;
      response.render('accounts/views/account-opened', {
        title: 'The account is open',
        name,
        username,
        password,
      });
    } catch (error) {
      const { status, errors } = sentBack(atOwnFields(error), 'username');
      await this.draw(response.status(status), form, by, undefined, errors);
    }
  }

  @Get(':id')
  @May('keep accounts')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const account = await this.accounts.one(id);
    await this.draw(response, accountOnFile(account), by, account);
  }

  @Post(':id/terms')
  @HttpCode(303)
  @May('keep accounts')
  async change(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = accountIn(sent);
    try {
      await this.accounts.change(id, { ...termsAsked(form, false), reason: form.reason }, by);
      response.redirect(303, '/accounts?done=changed');
    } catch (error) {
      const { status, errors } = sentBack(atOwnFields(error), 'role');
      await this.draw(response.status(status), form, by, await this.accounts.one(id), errors);
    }
  }

  @Post(':id/closing')
  @HttpCode(303)
  @May('keep accounts')
  async close(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const reason = typed(sent, 'why');
    try {
      if (!reason) throw Misshapen.at('/why', 'Say why it is closed.');
      await this.accounts.close(id, reason.slice(0, 2000), by);
      response.redirect(303, '/accounts?done=closed');
    } catch (error) {
      const { status, errors } = sentBack(error, 'why');
      const account = await this.accounts.one(id);
      await this.draw(response.status(status), accountOnFile(account), by, account, errors);
    }
  }

  private async draw(
    response: Response,
    form: AccountForm,
    by: Person,
    account?: Account,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const units = await this.accounts.units();
    const drawn = { ...(account ? { account } : {}), units, isOwn: account?.id === by.id, errors };
    response.render('accounts/views/account-form', accountFormPage(form, drawn));
  }
}
