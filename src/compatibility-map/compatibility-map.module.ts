import { Module } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { RequestsModule } from '../requests/requests.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { AgreedPlans } from './agreed-plans.reader';
import { CompatibilityMapController } from './compatibility-map.controller';
import { CompatibilityMapPages } from './compatibility-map.pages';
import { CompatibilityMaps } from './compatibility-maps.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule, CompatibilityModule, RequestsModule],
  controllers: [CompatibilityMapController, CompatibilityMapPages],
  providers: [AgreedPlans, CompatibilityMaps],
})
export class CompatibilityMapModule {}
