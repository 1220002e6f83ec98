import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
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
  controllers: [SignInController, SignInPages, PermissionsController, PermissionsPages],
  providers: [
    Sessions,
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
