import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { TonightController } from './tonight.controller';
import { TonightPages } from './tonight.pages';
import { Tonight } from './tonight.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [TonightController, TonightPages],
  providers: [Tonight],
  exports: [Tonight],
})
export class TonightModule {}
