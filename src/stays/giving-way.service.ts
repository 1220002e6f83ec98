import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lodging } from '../domain/diary';
import type { Nights } from '../domain/nights';
import type { Person } from '../platform/actor';
import { freeBeds } from './bed-uses';
import { StayChanges } from './stay-changes.service';
import { StayMoves } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import type { Stay } from './stay.entity';

/** A planned stay that keeps its nights and gets other rooms. */
export interface Relodged {
  readonly stayId: string;
  readonly lodgings: readonly Lodging[];
}

/** A planned stay that gets other nights. */
export interface Redated {
  readonly stayId: string;
  readonly nights: Nights;
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

  /** Their beds are free for the emergency, until they have others in the same change. */
  async standAside(tx: EntityManager, stayIds: readonly string[]): Promise<void> {
    for (const id of stayIds) await freeBeds(tx, id);
  }

  /**
   * Whom they meet is as it was, or what the emergency was allowed for: rooms alone are nothing to judge again, and the
   * database has the last word on them.
   */
  async relodge(tx: EntityManager, relodged: readonly Relodged[], reason: string, by: Person): Promise<void> {
    for (const { stayId, lodgings } of relodged) {
      const { stay, lodgings: had } = await this.records.one(stayId, tx);
      await this.moves.lodge(tx, stay, lodgings);
      const rooms = { before: had[0]?.roomId ?? '', after: lodgings[0]?.roomId ?? '' };
      await this.changes.save(tx, stay, by, { action: 'stay.moved-for-emergency', reason, rooms });
    }
  }

  /** Judged like any change of a stay, all of them as one. @throws Refused */
  async redate(tx: EntityManager, redated: readonly Redated[], reason: string, by: Person): Promise<void> {
    if (redated.length === 0) return;
    const asked: { stay: Stay }[] = [];
    for (const { stayId, nights } of redated) {
      const { stay } = await this.records.one(stayId, tx);
      asked.push({ stay: { ...stay, arrivesOn: nights.from, departsOn: nights.to } });
    }
    for (const stay of await this.moves.reshape(tx, asked, {}, by))
      await this.changes.save(tx, stay, by, { action: 'stay.redated-for-emergency', reason });
  }
}
