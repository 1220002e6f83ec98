import { Module } from '@nestjs/common';
import { Caseload } from './caseload.service';
import { Everybody } from './everybody.reader';
import { Families } from './families.service';
import { FamiliesController } from './families.controller';
import { NewYoungPersonPages } from './new-young-person.pages';
import { Newcomers } from './newcomers.service';
import { People } from './people.service';
import { PeopleCount } from './people-count.reader';
import { PeopleSearch } from './search.service';
import { YoungPeopleController } from './young-people.controller';

@Module({
  controllers: [FamiliesController, YoungPeopleController, NewYoungPersonPages],
  providers: [Caseload, Everybody, Families, People, PeopleCount, PeopleSearch, Newcomers],
  exports: [Caseload, Everybody, Families, People, PeopleCount, PeopleSearch],
})
export class PeopleModule {}
