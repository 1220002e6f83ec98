import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { PlansModule } from '../plans/plans.module';
import { RequestsModule } from '../requests/requests.module';
import { StaysModule } from '../stays/stays.module';
import { TasksModule } from '../tasks/tasks.module';
import { UnitsModule } from '../units/units.module';
import { FoundPeople } from './found-people.service';
import { Finder } from './found.service';
import { SearchPages } from './search.pages';

/** One field for whatever somebody looks for. */
@Module({
  imports: [PeopleModule, PlansModule, RequestsModule, StaysModule, TasksModule, UnitsModule],
  controllers: [SearchPages],
  providers: [Finder, FoundPeople],
})
export class SearchModule {}
