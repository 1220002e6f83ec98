import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { CaseRecordsController } from './case-records.controller';
import { CaseRecordsPages } from './case-records.pages';
import { CaseRecordsReader } from './case-records.reader';
import { CaseRecords } from './case-records.service';
import { CorrectionPages } from './correction.pages';

@Module({
  imports: [PeopleModule, StaysModule],
  controllers: [CaseRecordsController, CaseRecordsPages, CorrectionPages],
  providers: [CaseRecords, CaseRecordsReader],
  exports: [CaseRecordsReader],
})
export class CaseRecordsModule {}
