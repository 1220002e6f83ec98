import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { AuditModule } from './audit/audit.module';
import { BoardModule } from './board/board.module';
import { CalendarFeedsModule } from './calendar-feeds/calendar-feeds.module';
import { CaseRecordsModule } from './case-records/case-records.module';
import { ClosuresModule } from './closures/closures.module';
import { CompatibilityMapModule } from './compatibility-map/compatibility-map.module';
import { CompatibilityModule } from './compatibility/compatibility.module';
import { EmergenciesModule } from './emergencies/emergencies.module';
import { TonightModule } from './emergencies/tonight.module';
import { ExportsModule } from './exports/exports.module';
import { HomeModule } from './home/home.module';
import { ImportsModule } from './imports/imports.module';
import { OutboxModule } from './outbox/outbox.module';
import { PeopleModule } from './people/people.module';
import { PlatformModule, type Ground } from './platform/platform.module';
import { PlansModule } from './plans/plans.module';
import { ProgressModule } from './plans/progress.module';
import { ReportsModule } from './reports/reports.module';
import { RequestsModule } from './requests/requests.module';
import { RecordsModule } from './records/records.module';
import { SearchModule } from './search/search.module';
import { SettingUpModule } from './setting-up/setting-up.module';
import { StaysModule } from './stays/stays.module';
import { SubjectAccessModule } from './subject-access/subject-access.module';
import { TasksModule } from './tasks/tasks.module';
import { UnitsModule } from './units/units.module';
import { VisitsModule } from './visits/visits.module';
import { WeekSheetModule } from './week-sheet/week-sheet.module';

/** The table of contents. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(ground),
        AccountsModule,
        OutboxModule,
        UnitsModule,
        PeopleModule,
        TasksModule,
        StaysModule,
        CompatibilityModule,
        ClosuresModule,
        ProgressModule,
        PlansModule,
        VisitsModule,
        RequestsModule,
        CompatibilityMapModule,
        CalendarFeedsModule,
        EmergenciesModule,
        TonightModule,
        ImportsModule,
        ReportsModule,
        BoardModule,
        WeekSheetModule,
        CaseRecordsModule,
        SubjectAccessModule,
        ExportsModule,
        RecordsModule,
        AuditModule,
        SearchModule,
        SettingUpModule,
        HomeModule,
      ],
    };
  }
}
