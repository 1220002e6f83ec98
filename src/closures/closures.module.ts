import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module';
import { ClosuresController } from './closures.controller';
import { Closures } from './closures.service';

@Module({
  imports: [UnitsModule],
  controllers: [ClosuresController],
  providers: [Closures],
  exports: [Closures],
})
export class ClosuresModule {}
