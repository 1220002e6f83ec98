import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { ListQuery, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NotKept } from '../platform/not-kept';
import { AccountKeeping } from './account-keeping.service';
import { AccountChangeDto, AccountClosureDto, NewAccountDto } from './account.dto';
import { accountView, type AccountView } from './account.view';
import { KeptAccounts } from './kept-accounts.service';

@ApiTags('accounts')
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: KeptAccounts,
    private readonly keeping: AccountKeeping,
  ) {}

  @Get()
  @May('keep accounts')
  @ApiOperation({ summary: 'Who can sign in, as what, for which units and until when; by user name' })
  async list(@Query() query: ListQuery): Promise<Listing<AccountView>> {
    const { items, nextCursor } = await this.accounts.page(query);
    return { items: items.map(accountView), nextCursor };
  }

  @Post()
  @May('keep accounts')
  @NotKept('oneTimePassword')
  @ApiOperation({
    summary: 'Open an account where there is no sign-in of the council; answers its password, this once',
  })
  async open(
    @Body() asked: NewAccountDto,
    @By() by: Person,
  ): Promise<AccountView & { readonly oneTimePassword: string }> {
    const { account, oneTimePassword } = await this.keeping.open(asked, by);
    return { ...accountView(account), oneTimePassword };
  }

  @Post(':id/changes')
  @May('keep accounts')
  @ApiOperation({ summary: 'Change role, units, team or time of an account; ends its sessions' })
  async change(
    @Param('id', IdPipe) id: string,
    @Body() asked: AccountChangeDto,
    @By() by: Person,
  ): Promise<AccountView> {
    return accountView(await this.keeping.change(id, asked, by));
  }

  @Post(':id/closure')
  @May('keep accounts')
  @ApiOperation({ summary: 'Close an account from now on; ends its sessions' })
  async close(
    @Param('id', IdPipe) id: string,
    @Body() { reason }: AccountClosureDto,
    @By() by: Person,
  ): Promise<AccountView> {
    return accountView(await this.keeping.close(id, reason, by));
  }
}
