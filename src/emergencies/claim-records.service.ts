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
    return this.seenBy(by, await this.database.manager.findOneBy(EmergencyClaim, { id }));
  }

  /** The claim a stay came of. @throws NotThere, as `one` does. */
  async ofStay(stayId: string, by: Person): Promise<EmergencyClaim> {
    return this.seenBy(by, await this.database.manager.findOneBy(EmergencyClaim, { stayId }));
  }

  /** Of one night of a unit, in the order they were made. */
  async ofNight(unitId: string, night: string): Promise<EmergencyClaim[]> {
    return this.database.manager.find(EmergencyClaim, {
      where: { unitId, night },
      order: { claimedAt: 'ASC', id: 'ASC' },
    });
  }

  private seenBy(by: Person, claim: EmergencyClaim | null): EmergencyClaim {
    const mayKnow = may(by.role, 'know who stays') || claim?.claimedById === by.id;
    if (!claim || !mayKnow) throw new NotThere(NOT_THERE);
    return claim;
  }
}
