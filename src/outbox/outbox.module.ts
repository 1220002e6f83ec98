import { Module } from '@nestjs/common';
import { OutboxController } from './outbox.controller';
import { OutboxPages } from './outbox.pages';
import { Outbox } from './outbox.service';

@Module({ controllers: [OutboxController, OutboxPages], providers: [Outbox], exports: [Outbox] })
export class OutboxModule {}
