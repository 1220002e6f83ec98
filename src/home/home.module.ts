import { Module } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { EmergenciesModule } from '../emergencies/emergencies.module';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { PlansModule } from '../plans/plans.module';
import { ProgressModule } from '../plans/progress.module';
import { ReportsModule } from '../reports/reports.module';
import { RequestsModule } from '../requests/requests.module';
import { SettingUpModule } from '../setting-up/setting-up.module';
import { StaysModule } from '../stays/stays.module';
import { TasksModule } from '../tasks/tasks.module';
import { UnitsModule } from '../units/units.module';
import { AboutPages } from './about.pages';
import { Days } from '../stays/days.service';
import { Decisions } from './decisions.service';
import { HomeDesk } from './home-desk.service';
import { HomePages } from './home.pages';
import { ToDos } from './to-do.service';

/** Where everybody begins. */
@Module({
  imports: [
    CompatibilityModule,
    EmergenciesModule,
    OutboxModule,
    PeopleModule,
    PlansModule,
    ProgressModule,
    ReportsModule,
    RequestsModule,
    SettingUpModule,
    StaysModule,
    TasksModule,
    UnitsModule,
  ],
  controllers: [HomePages, AboutPages],
  providers: [Days, Decisions, HomeDesk, ToDos],
})
export class HomeModule {}
