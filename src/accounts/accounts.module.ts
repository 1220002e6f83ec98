import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountChangePages } from './account-change.pages';
import { AccountKeeping } from './account-keeping.service';
import { AccountsController } from './accounts.controller';
import { AccountsPages } from './accounts.pages';
import { BackChannel } from './back-channel.service';
import { BearerTokens } from './bearer.service';
import { CouncilAccounts } from './council-accounts.service';
import { CouncilSignInPages } from './council-sign-in.pages';
import { CouncilSignInFlow } from './council-sign-in.service';
import { DemoAccounts } from './demo-accounts.service';
import { FormTokenGuard } from './form-token.guard';
import { KeptAccounts } from './kept-accounts.service';
import { MayGuard } from './may.guard';
import { PermissionsController } from './permissions.controller';
import { PermissionsPages } from './permissions.pages';
import { Provider } from './provider.service';
import { ScopeGuard } from './scope.guard';
import { SessionEndingPages } from './session-ending.pages';
import { SessionMiddleware } from './session.middleware';
import { Sessions } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle.service';
import { SignInController } from './sign-in.controller';
import { SignInPages } from './sign-in.pages';
import { SignInTrail } from './sign-in-trail.service';
import { StartedSignIns } from './started-sign-ins.service';

@Module({
  controllers: [
    SignInController,
    SignInPages,
    CouncilSignInPages,
    SessionEndingPages,
    PermissionsController,
    PermissionsPages,
    AccountsController,
    AccountsPages,
    AccountChangePages,
  ],
  providers: [
    Sessions,
    SignInTrail,
    SignInThrottle,
    DemoAccounts,
    Provider,
    CouncilAccounts,
    BearerTokens,
    CouncilSignInFlow,
    StartedSignIns,
    BackChannel,
    KeptAccounts,
    AccountKeeping,
    { provide: APP_GUARD, useClass: FormTokenGuard },
    { provide: APP_GUARD, useClass: MayGuard },
    { provide: APP_GUARD, useClass: ScopeGuard },
  ],
  exports: [KeptAccounts],
})
export class AccountsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('{*everything}');
  }
}
