import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BackChannel } from './back-channel.service';
import { BearerTokens } from './bearer.service';
import { CouncilAccounts } from './council-accounts.service';
import { CouncilSignInPages } from './council-sign-in.pages';
import { CouncilSignInFlow } from './council-sign-in.service';
import { DemoAccounts } from './demo-accounts.service';
import { MayGuard } from './may.guard';
import { Provider } from './provider.service';
import { SessionMiddleware } from './session.middleware';
import { Sessions } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignInPages } from './sign-in.pages';
import { StartedSignIns } from './started-sign-ins.service';

@Module({
  controllers: [SignInController, SignInPages, CouncilSignInPages],
  providers: [
    Sessions,
    DemoAccounts,
    Provider,
    CouncilAccounts,
    BearerTokens,
    CouncilSignInFlow,
    StartedSignIns,
    BackChannel,
    { provide: APP_GUARD, useClass: MayGuard },
  ],
})
export class AccountsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('{*everything}');
  }
}
