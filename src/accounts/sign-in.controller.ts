import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { Anyone } from '../platform/may';
import { DemoAccounts } from './demo-accounts.service';
import { Sessions } from './sessions.service';
import { SignInDto } from './sign-in.dto';

interface SignedInView {
  readonly token: string;
  readonly expiresAt: string;
  readonly user: Person;
}

@ApiTags('sign-in')
@Controller('api/sign-in')
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly demoAccounts: DemoAccounts,
  ) {}

  @Post()
  @HttpCode(200)
  @Anyone()
  @ApiOperation({ summary: 'Sign in with a demonstration account; answers a bearer token' })
  async signIn(@Body() sent: SignInDto, @Ip() address: string): Promise<SignedInView> {
    this.demoAccounts.refuseBesideTheCouncils();
    const { user: username, password } = sent;
    const { token, expiresAt, person } = await this.sessions.signIn({ username, password, address });
    return { token, expiresAt: expiresAt.toISOString(), user: person };
  }
}
