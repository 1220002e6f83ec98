import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { SettingUpPages } from './setting-up.pages';
import { SettingUp } from './setting-up.service';

/** From nothing to a filled board. */
@Module({
  imports: [PeopleModule, StaysModule, UnitsModule],
  controllers: [SettingUpPages],
  providers: [SettingUp],
  exports: [SettingUp],
})
export class SettingUpModule {}
