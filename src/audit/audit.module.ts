import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { UnitsModule } from '../units/units.module';
import { AuditEntries } from './audit-entries.service';
import { AuditPeople } from './audit-people.service';
import { AuditController } from './audit.controller';
import { AuditPages } from './audit.pages';
import { AuditVerificationPages } from './verification.pages';

@Module({
  imports: [PeopleModule, UnitsModule],
  controllers: [AuditController, AuditPages, AuditVerificationPages],
  providers: [AuditEntries, AuditPeople],
})
export class AuditModule {}
