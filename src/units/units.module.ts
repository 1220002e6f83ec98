import { Module } from '@nestjs/common';
import { ContractPages } from './contract.pages';
import { NewUnitPages } from './new-unit.pages';
import { RingFencePages } from './ring-fence.pages';
import { SettingsChanges } from './settings-changes.service';
import { SettingsPages } from './settings.pages';
import { UnitChoice } from './unit-choice.service';
import { UnitPages } from './unit.pages';
import { UnitsController } from './units.controller';
import { Units } from './units.service';

@Module({
  controllers: [UnitsController, NewUnitPages, UnitPages, ContractPages, SettingsPages, RingFencePages],
  providers: [Units, UnitChoice, SettingsChanges],
  exports: [Units, UnitChoice, SettingsChanges],
})
export class UnitsModule {}
