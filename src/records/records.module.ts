import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { ProgressModule } from '../plans/progress.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { ChildFileReader } from './child-file.reader';
import { OpenedFilesController } from './opened-files.controller';
import { OpenedFilesPages } from './opened-files.pages';
import { OpenedFilesReader } from './opened-files.reader';
import { OpenedFiles } from './opened-files.service';
import { OpenedFilesTold } from './opened-files-told.service';
import { LooksController } from './looks.controller';
import { LooksPages } from './looks.pages';
import { LooksAtFiles } from './looks.service';
import { PeopleListPages } from './people-list.pages';
import { PeopleLists } from './people-list.service';
import { YoungPersonRecords } from './young-person-record.service';
import { YoungPersonPages } from './young-person.pages';

@Module({
  imports: [PeopleModule, StaysModule, CompatibilityModule, UnitsModule, ProgressModule, CaseRecordsModule],
  controllers: [
    OpenedFilesController,
    OpenedFilesPages,
    PeopleListPages,
    YoungPersonPages,
    LooksPages,
    LooksController,
  ],
  providers: [
    ChildFileReader,
    OpenedFiles,
    OpenedFilesReader,
    OpenedFilesTold,
    PeopleLists,
    YoungPersonRecords,
    LooksAtFiles,
  ],
})
export class RecordsModule {}
