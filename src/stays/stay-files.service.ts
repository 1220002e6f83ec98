import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { People } from '../people/people.service';
import { Units } from '../units/units.service';
import { StayHistory } from './stay-history.service';
import type { StayFile } from './stay-page.view';
import { StayRecords } from './stay-records.service';

const CLAIM = 'SELECT id FROM emergency_claims WHERE stay_id = $1';

/** A stay with all that belongs to it, for its page. */
@Injectable()
export class StayFiles {
  constructor(
    private readonly records: StayRecords,
    private readonly history: StayHistory,
    private readonly people: People,
    private readonly units: Units,
    private readonly database: Database,
  ) {}

  /** @throws NotThere */
  async open(id: string, mayKnow: boolean): Promise<StayFile> {
    const lodged = await this.records.one(id);
    const { groupId, unitId, youngPersonId } = lodged.stay;
    const group = groupId ? await this.records.ofGroup(groupId) : [];
    const siblings = group.filter(({ stay }) => stay.id !== id);
    const ids = [youngPersonId, ...siblings.map(({ stay }) => stay.youngPersonId)];
    const { unit, rooms } = await this.units.one(unitId);
    return {
      ...lodged,
      unit,
      rooms,
      siblings,
      isClaimed: (await this.database.rows(CLAIM, [id])).length > 0,
      history: await this.history.entries(id),
      authorisations: await this.history.authorisations(id),
      names: mayKnow ? await this.people.namesOf(ids) : new Map(),
    };
  }
}
