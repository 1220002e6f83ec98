import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { TooMany } from '../platform/problem';
import { Revisions } from '../platform/revisions';
import { BoardStamp } from './board-stamp.service';

/** A stream ends after so long, and the browser asks anew: a session that has ended gets no other. */
const LONGEST = 240_000;

/** Holds run out, and nights begin, with nobody changing anything. */
const BETWEEN_LOOKS = 15_000;

const MOST_OF_ONE = 50;

interface Watched {
  readonly streams: Set<Response>;
  readonly unwatch: () => void;
  stamp: string;
}

/** Tells open boards of the unit's stamp whenever it is another: server-sent events, one look at the database for all. */
@Injectable()
export class BoardStream implements OnModuleDestroy {
  private readonly units = new Map<string, Watched>();
  private readonly ofPeople = new Map<string, number>();
  private clock: NodeJS.Timeout | undefined;

  constructor(
    private readonly revisions: Revisions,
    private readonly stamps: BoardStamp,
  ) {}

  /** @throws NotThere; TooMany */
  async open(unitId: string, personId: string, response: Response): Promise<void> {
    const count = this.ofPeople.get(personId) ?? 0;
    if (count >= MOST_OF_ONE)
      throw new TooMany('You have the board open too often. Close some of its windows.', 60);
    this.ofPeople.set(personId, count + 1);
    let stamp: string;
    try {
      stamp = await this.stamps.of(unitId);
    } catch (error) {
      this.forget(personId);
      throw error;
    }
    if (response.destroyed) {
      this.forget(personId);
      return;
    }
    const watched = this.units.get(unitId) ?? this.begin(unitId, stamp);
    watched.streams.add(response);
    response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.write(`retry: 2000\n${event(unitId, stamp)}`);
    const end = setTimeout(() => response.end(), LONGEST);
    response.on('close', () => {
      clearTimeout(end);
      this.leave(unitId, personId, response);
    });
  }

  onModuleDestroy(): void {
    clearInterval(this.clock);
    for (const { streams, unwatch } of this.units.values()) {
      unwatch();
      streams.forEach((response) => response.end());
    }
  }

  private begin(unitId: string, stamp: string): Watched {
    const unwatch = this.revisions.watch(unitId, () => void this.look(unitId));
    const watched = { streams: new Set<Response>(), unwatch, stamp };
    this.units.set(unitId, watched);
    this.clock ??= setInterval(() => {
      for (const id of this.units.keys()) void this.look(id);
    }, BETWEEN_LOOKS).unref();
    return watched;
  }

  private async look(unitId: string): Promise<void> {
    const watched = this.units.get(unitId);
    const stamp = watched && (await this.stamps.of(unitId).catch(() => undefined));
    if (!watched || stamp === undefined || stamp === watched.stamp) return;
    watched.stamp = stamp;
    for (const response of watched.streams) response.write(event(unitId, stamp));
  }

  private leave(unitId: string, personId: string, response: Response): void {
    this.forget(personId);
    const watched = this.units.get(unitId);
    watched?.streams.delete(response);
    if (watched?.streams.size !== 0) return;
    watched.unwatch();
    this.units.delete(unitId);
  }

  private forget(personId: string): void {
    const count = (this.ofPeople.get(personId) ?? 1) - 1;
    if (count > 0) this.ofPeople.set(personId, count);
    else this.ofPeople.delete(personId);
  }
}

/** Ids and dates alone, whoever listens. */
function event(unitId: string, revision: string): string {
  return `data: ${JSON.stringify({ unitId, revision })}\n\n`;
}
