import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller';
import { AccountsPages } from './accounts.pages';
import { Accounts } from './accounts.service';
import { DemoAccounts } from './demo-accounts.service';
import { MayGuard } from './may.guard';
import { PermissionsController } from './permissions.controller';
import { PermissionsPages } from './permissions.pages';
import { ScopeGuard } from './scope.guard';
import { SessionMiddleware } from './session.middleware';
import { Sessions } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignInPages } from './sign-in.pages';

@Module({
  controllers: [
    SignInController,
    SignInPages,
    AccountsController,
    AccountsPages,
    PermissionsController,
    PermissionsPages,
  ],
  providers: [
    Sessions,
    Accounts,
    DemoAccounts,
    { provide: APP_GUARD, useClass: MayGuard },
    { provide: APP_GUARD, useClass: ScopeGuard },
  ],
})
export class AccountsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('{*everything}');
  }
}
