import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { NotThere } from '../platform/problem';
import { EmergencyClaim } from './emergency-claim.entity';

const NOT_THERE = 'There is no such claim.';

/** Claims that were made. The emergency duty team sees what each of them claimed, and nothing more. */
@Injectable()
export class ClaimRecords {
  constructor(private readonly database: Database) {}

  /** @throws NotThere, also to somebody of the emergency duty team who did not make it. */
  async one(id: string, by: Person): Promise<EmergencyClaim> {
    const claim = await this.database.manager.findOneBy(EmergencyClaim, { id });
    if (!claim) throw new NotThere(NOT_THERE);
    if (!may(by.role, 'know who stays') && claim.claimedById !== by.id) throw new NotThere(NOT_THERE);
    return claim;
  }

  /** Of one night of a unit, in the order they were made. */
  async ofNight(unitId: string, night: string): Promise<EmergencyClaim[]> {
    return this.database.manager.find(EmergencyClaim, {
      where: { unitId, night },
      order: { claimedAt: 'ASC', id: 'ASC' },
    });
  }
}
