import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { ProgressModule } from '../plans/progress.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { LooksController } from './looks.controller';
import { LooksPages } from './looks.pages';
import { LooksAtFiles } from './looks.service';
import { PeopleListPages } from './people-list.pages';
import { PeopleLists } from './people-list.service';
import { YoungPersonRecords } from './young-person-record.service';
import { YoungPersonPages } from './young-person.pages';

@Module({
  imports: [PeopleModule, StaysModule, CompatibilityModule, UnitsModule, ProgressModule, CaseRecordsModule],
  controllers: [PeopleListPages, YoungPersonPages, LooksPages, LooksController],
  providers: [PeopleLists, YoungPersonRecords, LooksAtFiles],
})
export class RecordsModule {}
