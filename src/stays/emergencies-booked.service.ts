import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../domain/findings';
import type { Actor } from '../platform/actor';
import type { GivenDto } from '../platform/given.dto';
import type { Stay } from './stay.entity';

/** Emergency stays booked without a claim, what was found about them, and what was given for it. */
export interface EmergencyBooked {
  readonly stays: readonly Stay[];
  readonly findings: readonly Finding[];
  readonly given: GivenDto;
  readonly by: Actor;
}

type Hear = (tx: EntityManager, booked: EmergencyBooked) => Promise<void>;

/** Tells who sees to emergencies of one that was booked, within the same change: what it owes is written with it. */
@Injectable()
export class EmergenciesBooked {
  private readonly hearers: Hear[] = [];

  hear(hear: Hear): void {
    this.hearers.push(hear);
  }

  async tell(tx: EntityManager, booked: EmergencyBooked): Promise<void> {
    for (const hear of this.hearers) await hear(tx, booked);
  }
}
