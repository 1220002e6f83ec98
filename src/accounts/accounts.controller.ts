import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { AccountClosingDto, ChangedAccountDto, NewAccountDto } from './account.dto';
import { accountView, openedView, type AccountView } from './account.view';
import { Accounts } from './accounts.service';

@ApiTags('accounts')
@Controller('api/accounts')
export class AccountsController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @May('look at accounts')
  @ApiOperation({ summary: 'Who has an account, in which role, for which units and until when' })
  async list(): Promise<Listing<AccountView>> {
    return wholeListing((await this.accounts.all()).map(accountView));
  }

  @Get(':id')
  @May('look at accounts')
  @ApiOperation({ summary: 'One account' })
  async show(@Param('id', IdPipe) id: string): Promise<AccountView> {
    return accountView(await this.accounts.one(id));
  }

  @Post()
  @May('keep accounts')
  @ApiOperation({ summary: 'Open an account; in the demonstration it answers a password, once' })
  async open(@Body() asked: NewAccountDto, @By() by: Person): Promise<AccountView> {
    return openedView(await this.accounts.open(asked, by));
  }

  @Post(':id/terms')
  @HttpCode(200)
  @May('keep accounts')
  @ApiOperation({ summary: 'Change what an account is for; whoever uses it has to sign in again' })
  async change(
    @Param('id', IdPipe) id: string,
    @Body() asked: ChangedAccountDto,
    @By() by: Person,
  ): Promise<AccountView> {
    return accountView(await this.accounts.change(id, asked, by));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @May('keep accounts')
  @ApiOperation({ summary: 'Close an account from now on, and end its sessions' })
  async close(
    @Param('id', IdPipe) id: string,
    @Body() { reason }: AccountClosingDto,
    @By() by: Person,
  ): Promise<AccountView> {
    return accountView(await this.accounts.close(id, reason, by));
  }
}
