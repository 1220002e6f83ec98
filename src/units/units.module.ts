import { Module } from '@nestjs/common';
import { UnitsController } from './units.controller';
import { Units } from './units.service';

@Module({ controllers: [UnitsController], providers: [Units], exports: [Units] })
export class UnitsModule {}
