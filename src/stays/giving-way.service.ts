import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Nights } from '../domain/nights';
import type { Person } from '../platform/actor';
import { freeBeds } from './bed-uses';
import { StayChanges } from './stay-changes.service';
import { StayMoves } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import type { Stay } from './stay.entity';

/** A planned stay that keeps its nights, or gets others, in another room. */
export interface MovedOver {
  readonly stayId: string;
  /** The nights it has from now on; those it had, unless said. */
  readonly nights?: Nights;
}

/** Planned stays that give way to an emergency: part of the change that takes their beds (domain.md §4.3). */
@Injectable()
export class GivingWay {
  constructor(
    private readonly records: StayRecords,
    private readonly changes: StayChanges,
    private readonly moves: StayMoves,
  ) {}

  /** They lose their beds for good. */
  async displace(tx: EntityManager, ids: readonly string[], reason: string, by: Person): Promise<Stay[]> {
    const displaced: Stay[] = [];
    for (const id of ids) {
      const { stay } = await this.records.one(id, tx);
      await freeBeds(tx, id);
      const ended = { endedOn: this.changes.today, endedReason: reason, holdExpiresAt: null };
      await this.changes.save(tx, { ...stay, status: 'displaced', endedBy: 'emergency', ...ended }, by, {
        action: 'stay.displaced',
        reason,
      });
      displaced.push(stay);
    }
    return displaced;
  }

  /** Their beds are free for the emergency, until they are moved over in the same change. */
  async standAside(tx: EntityManager, moved: readonly MovedOver[]): Promise<void> {
    for (const { stayId } of moved) await freeBeds(tx, stayId);
  }

  /** Judged like any change of a stay, all of them as one. @throws Refused */
  async moveOver(tx: EntityManager, moved: readonly MovedOver[], reason: string, by: Person): Promise<void> {
    if (moved.length === 0) return;
    const asked: { stay: Stay }[] = [];
    for (const { stayId, nights } of moved) {
      const { stay } = await this.records.one(stayId, tx);
      asked.push({ stay: nights ? { ...stay, arrivesOn: nights.from, departsOn: nights.to } : stay });
    }
    for (const stay of await this.moves.reshape(tx, asked, {}, by))
      await this.changes.save(tx, stay, by, { action: 'stay.moved-for-emergency', reason });
  }
}
