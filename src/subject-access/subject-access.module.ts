import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { BundlePages } from './bundle.pages';
import { BundleReader } from './bundle.reader';
import { BundlesController } from './bundles.controller';
import { Bundles } from './bundles.service';

@Module({
  imports: [PeopleModule],
  controllers: [BundlesController, BundlePages],
  providers: [Bundles, BundleReader],
})
export class SubjectAccessModule {}
