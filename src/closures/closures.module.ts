import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { ClosureEndingPages } from './closure-ending.pages';
import { ClosureFiles } from './closure-files.service';
import { ClosuresController } from './closures.controller';
import { ClosuresPages } from './closures.pages';
import { Closures } from './closures.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [ClosuresController, ClosuresPages, ClosureEndingPages],
  providers: [Closures, ClosureFiles],
  exports: [Closures],
})
export class ClosuresModule {}
