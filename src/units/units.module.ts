import { Module } from '@nestjs/common';
import { UnitChoice } from './unit-choice.service';
import { UnitsController } from './units.controller';
import { Units } from './units.service';

@Module({ controllers: [UnitsController], providers: [Units, UnitChoice], exports: [Units, UnitChoice] })
export class UnitsModule {}
