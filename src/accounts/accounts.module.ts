import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DemoAccounts } from './demo-accounts.service';
import { FormTokenGuard } from './form-token.guard';
import { MayGuard } from './may.guard';
import { SessionEndingPages } from './session-ending.pages';
import { SessionMiddleware } from './session.middleware';
import { Sessions } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle.service';
import { SignInController } from './sign-in.controller';
import { SignInPages } from './sign-in.pages';

@Module({
  controllers: [SignInController, SignInPages, SessionEndingPages],
  providers: [
    Sessions,
    SignInThrottle,
    DemoAccounts,
    { provide: APP_GUARD, useClass: FormTokenGuard },
    { provide: APP_GUARD, useClass: MayGuard },
  ],
})
export class AccountsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('{*everything}');
  }
}
