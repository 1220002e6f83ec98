import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';

@Module({ imports: [UnitsModule, PeopleModule, StaysModule] })
export class PlansModule {}
