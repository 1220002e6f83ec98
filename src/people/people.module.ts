import { Module } from '@nestjs/common';
import { FamiliesController } from './families.controller';
import { People } from './people.service';
import { PeopleSearch } from './search.service';
import { YoungPeopleController } from './young-people.controller';

@Module({
  controllers: [FamiliesController, YoungPeopleController],
  providers: [People, PeopleSearch],
  exports: [People],
})
export class PeopleModule {}
