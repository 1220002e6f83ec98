import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { londonDate } from '../domain/london';
import type { SoloLodging } from '../domain/solo';
import { unitsOfAsker } from '../platform/about/families-of';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { NotThere } from '../platform/problem';
import type { StayQuery } from './stay.dto';
import { Stay } from './stay.entity';
import type { LodgedStay } from './stay.view';

const LODGINGS = `
  SELECT stay_id AS "stayId", json_agg(json_build_object('roomId', room_id, 'solo', whole_unit,
    'nights', json_build_object('from', from_on, 'to', to_on)) ORDER BY from_on) AS lodgings
  FROM bed_uses WHERE stay_id = ANY($1::uuid[]) GROUP BY stay_id`;

const OF_FAMILIES =
  'stay.youngPersonId IN (SELECT id FROM young_people WHERE family_id = ANY(:familyIds::uuid[]))';

/** As `asItIs` reads it. */
const STATUS_NOW = `
  CASE WHEN stay.status = 'held' AND stay.holdExpiresAt <= :now THEN 'cancelled' ELSE stay.status END`;

interface LodgingsRow {
  readonly stayId: string;
  readonly lodgings: SoloLodging[];
}

export type { LodgedStay };

/** Reading stays; a hold that has run out is read as what it is, even before the gate has tidied it away. */
@Injectable()
export class StayRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return londonDate(this.clock.now());
  }

  /** By arrival; `from`/`to` choose stays with a night in that span. `familyIds`: of these families only. */
  async list(query: StayQuery, familyIds?: readonly string[]): Promise<Listing<LodgedStay>> {
    const after = afterOf(query);
    const rows = this.database.manager
      .createQueryBuilder(Stay, 'stay')
      .orderBy('stay.arrivesOn')
      .addOrderBy('stay.id');
    const { unitId, youngPersonId, status, from, to } = query;
    if (unitId) rows.andWhere('stay.unitId = :unitId', { unitId });
    const ownUnits = unitsOfAsker();
    if (ownUnits) rows.andWhere('stay.unitId = ANY(:ownUnits::uuid[])', { ownUnits });
    if (youngPersonId) rows.andWhere('stay.youngPersonId = :youngPersonId', { youngPersonId });
    if (familyIds) rows.andWhere(OF_FAMILIES, { familyIds });
    if (status) rows.andWhere(`${STATUS_NOW} = :status`, { status, now: this.clock.now() });
    if (from) rows.andWhere('stay.departsOn > :from', { from });
    if (to) rows.andWhere('stay.arrivesOn < :to', { to });
    if (after) rows.andWhere('(stay.arrivesOn, stay.id) > (:key::date, :id::uuid)', after);
    const page = listing(await rows.limit(limitOf(query) + 1).getMany(), query, ({ arrivesOn }) => arrivesOn);
    return { ...page, items: await this.lodged(page.items) };
  }

  /** @throws NotThere */
  async one(id: string, manager: EntityManager = this.database.manager): Promise<LodgedStay> {
    const [found] = await this.lodged(await manager.findBy(Stay, { id }));
    if (!found) throw new NotThere('There is no such stay.');
    return found;
  }

  async ofGroup(groupId: string): Promise<LodgedStay[]> {
    return this.lodged(await this.database.manager.findBy(Stay, { groupId: In([groupId]) }));
  }

  private async lodged(stays: readonly Stay[]): Promise<LodgedStay[]> {
    if (stays.length === 0) return [];
    const rows = await this.database.rows<LodgingsRow>(LODGINGS, [stays.map(({ id }) => id)]);
    const lodgings = new Map(rows.map((row) => [row.stayId, row.lodgings]));
    const now = this.clock.now();
    return stays.map((stay) => ({ stay: asItIs(stay, now), lodgings: lodgings.get(stay.id) ?? [] }));
  }
}

function asItIs(stay: Stay, now: Date): Stay {
  const { status, holdExpiresAt } = stay;
  if (status !== 'held' || !holdExpiresAt || holdExpiresAt > now) return stay;
  return {
    ...stay,
    status: 'cancelled',
    endedOn: londonDate(holdExpiresAt),
    endedReason: 'the hold ran out',
  };
}
