import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { CouncilSignIn } from '../platform/council-sign-in';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { accountAsked, accountIn, atAccountFields, type AccountForm } from './account-form';
import { AccountKeeping } from './account-keeping.service';
import { accountFormPage, accountListPage, accountPage } from './account-page.view';
import { KeptAccounts } from './kept-accounts.service';

@ApiExcludeController()
@Controller('accounts')
export class AccountsPages {
  constructor(
    private readonly accounts: KeptAccounts,
    private readonly keeping: AccountKeeping,
    private readonly council: CouncilSignIn,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('keep accounts')
  async list(@Query() query: SentForm, @Res() response: Response): Promise<void> {
    const { items, nextCursor } = await this.accounts.page({ cursor: typed(query, 'cursor') });
    const listed = { ...(await this.listed()), isCouncils: this.council.isOn };
    response.render('accounts/views/accounts', accountListPage(items, nextCursor, listed));
  }

  @Get('new')
  @May('keep accounts')
  async showNew(@Res() response: Response): Promise<void> {
    this.keeping.refuseBesideTheCouncil();
    await this.draw(response, accountIn({}), []);
  }

  /** The password stands in this answer only, so that it leads to no address it could be read at again. */
  @Post('new')
  @HttpCode(201)
  @May('keep accounts')
  async open(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = accountIn(sent);
    try {
      const { account, oneTimePassword } = await this.keeping.open(accountAsked(form), by);
      response.render('accounts/views/account-opened', {
        title: 'The account is open',
        back: { text: 'All accounts', href: '/accounts' },
        facts: [
          { key: 'User name', text: account.username },
          { key: 'Password', text: oneTimePassword },
        ],
        href: `/accounts/${account.id}`,
      });
    } catch (error) {
      const { status, errors } = sentBack(error, 'username');
      await this.draw(response.status(status), form, atAccountFields(errors));
    }
  }

  @Get(':id')
  @May('keep accounts')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const account = await this.accounts.one(id);
    const page = accountPage(account, await this.listed(), by, typed(query, 'done'));
    response.render('accounts/views/account', page);
  }

  private async listed() {
    return { now: this.clock.now(), units: await this.accounts.units() };
  }

  private async draw(response: Response, form: AccountForm, errors: readonly FieldError[]): Promise<void> {
    response.render('accounts/views/account-form', {
      title: 'Open an account',
      back: { text: 'All accounts', href: '/accounts' },
      isNew: true,
      action: '/accounts/new',
      council: {},
      ...accountFormPage(form, await this.accounts.units(), errors),
    });
  }
}
