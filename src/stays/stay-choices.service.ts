import { Injectable } from '@nestjs/common';
import type { Finding } from '../domain/findings';
import type { StayActionName } from '../domain/stay-actions';
import { NOT_OVER } from '../domain/stay-actions';
import { People } from '../people/people.service';
import { namedIn } from '../platform/finding-card.view';
import { RoomOffers } from './room-offers.service';
import type { Choices } from './stay-action.view';
import { StayRecords } from './stay-records.service';
import type { LodgedStay } from './stay.view';

/** What the forms of a stay offer to choose from. */
@Injectable()
export class StayChoices {
  constructor(
    private readonly records: StayRecords,
    private readonly offers: RoomOffers,
    private readonly people: People,
  ) {}

  async of(name: StayActionName, lodged: LodgedStay, findings: readonly Finding[]): Promise<Choices> {
    const others = name === 'swap' ? await this.beside(lodged) : [];
    const ids = others.map(({ stay }) => stay.youngPersonId);
    return {
      others,
      rooms: name === 'room' ? await this.offers.forMove(lodged) : [],
      names: await this.people.namesOf([...ids, ...namedIn(findings)]),
    };
  }

  /** Stays that are not over and have a room on a night of this one. */
  private async beside({ stay }: LodgedStay): Promise<LodgedStay[]> {
    const { unitId, arrivesOn: from, departsOn: to } = stay;
    const { items } = await this.records.list({ unitId, from, to });
    return items.filter(
      (other) =>
        other.stay.id !== stay.id && NOT_OVER.includes(other.stay.status) && other.lodgings.length > 0,
    );
  }
}
