import { Injectable } from '@nestjs/common';
import { londonDate } from '../domain/london';
import { Families } from '../people/families.service';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { ListQuery } from '../platform/listing';
import { CasPlanRecords } from './cas-plan-records.service';
import { familiesView } from './families.view';

/** Families with where their plans stand, in the words of their page. */
@Injectable()
export class FamiliesTold {
  constructor(
    private readonly families: Families,
    private readonly casPlans: CasPlanRecords,
    private readonly clock: Clock,
  ) {}

  async told(asked: ListQuery & { readonly search?: string }, by: Person) {
    const found = await this.families.find(asked, by);
    const plans = await this.casPlans.live(found.items.map(({ id }) => id));
    const today = londonDate(this.clock.now());
    return familiesView({ search: asked.search ?? '', found, plans }, today, by);
  }
}
