import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nightsFreed } from '../domain/freed-nights';
import { londonDate, nightOfArrival } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { whyNot, type StayActionName } from '../domain/stay-actions';
import type { Undoable } from '../domain/undoing';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { FreedNights } from '../platform/freed-nights';
import type { GivenDto } from '../platform/given.dto';
import { Misshapen, Refused, Stale } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { Units } from '../units/units.service';
import { freeBeds } from './bed-uses';
import { givenBefore } from './given';
import { StayMoves } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import { UndoableChanges } from './undoable-changes.service';
import type { ArrivalDto, CancellationDto, DepartureDto, NonArrivalDto } from './stay.dto';
import { Stay } from './stay.entity';
import type { LodgedStay } from './stay.view';

const CLOCKS_DIFFER = 5 * 60_000;

export interface Change {
  readonly action: string;
  readonly reason?: string | null;
  /** The room it had last and the one it has now, when it moved. */
  readonly rooms?: { readonly before: string; readonly after: string };
  /** What may be taken back for a while, and which stay goes back with it. */
  readonly undoable?: {
    readonly action: Undoable;
    readonly withStayId?: string;
    readonly roomId?: string | undefined;
  };
}

/** A stay's life after booking: each change locks the unit, looks again, and says why not. */
@Injectable()
export class StayChanges {
  constructor(
    private readonly gate: UnitGate,
    private readonly records: StayRecords,
    private readonly moves: StayMoves,
    private readonly units: Units,
    private readonly undoable: UndoableChanges,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly freed: FreedNights,
  ) {}

  /** Judged again: the hold kept the bed, but judgements may have changed since. */
  async confirm(id: string, given: GivenDto, changer: Changer): Promise<LodgedStay> {
    return this.change(id, 'confirmation', changer, async (tx, { stay }) => {
      const before = await givenBefore(tx, stay, given);
      const [judged = stay] = await this.moves.reshape(tx, [{ stay }], before, changer.by);
      return this.save(tx, { ...judged, status: 'confirmed', holdExpiresAt: null }, changer.by, {
        action: 'stay.confirmed',
      });
    });
  }

  /**
   * An arrival between midnight and 09:00† counts for the night before (domain.md §1): the stay then begins a night
   * earlier where the bed was free. A later arrival than booked gives the missed nights back.
   */
  async arrive(id: string, { at }: ArrivalDto, changer: Changer): Promise<LodgedStay> {
    const arrivedAt = this.pastInstant(at);
    return this.change(id, 'arrival', changer, async (tx, { stay }) => {
      const { inForce } = await this.units.one(stay.unitId);
      const night = nightOfArrival(arrivedAt, inForce.nightRollsAt);
      if (londonDate(arrivedAt) < stay.arrivesOn)
        throw new Refused(`The stay begins on ${sayDate(stay.arrivesOn)}. Change its dates first.`);
      if (night >= stay.departsOn)
        throw new Refused(
          `The stay's last night is over: it ends on ${sayDate(stay.departsOn)}. Change its dates first.`,
        );
      const arrivesOn = await this.moves.beginOn(tx, stay, night);
      const arrived: Stay = { ...stay, status: 'in-residence', arrivedAt, arrivesOn };
      return this.save(tx, arrived, changer.by, { action: 'stay.arrived' });
    });
  }

  /** The nights stayed become the nights of the stay, whether it ended early or late. */
  async depart(id: string, asked: DepartureDto, changer: Changer): Promise<LodgedStay> {
    const departedAt = this.pastInstant(asked.at);
    return this.change(id, 'departure', changer, async (tx, { stay }) => {
      if (stay.arrivedAt && departedAt < stay.arrivedAt)
        throw Misshapen.at(
          '/at',
          `They cannot leave before they arrived: that was on ${sayMoment(stay.arrivedAt)}.`,
        );
      const departsOn = await this.moves.endOn(tx, stay, londonDate(departedAt));
      const { destination, summary } = asked;
      const departed: Stay = { ...stay, status: 'completed', departedAt, departsOn, destination, summary };
      return this.save(tx, departed, changer.by, { action: 'stay.departed' });
    });
  }

  async cancel(
    id: string,
    { by: endedBy, reason }: CancellationDto,
    changer: Changer<Actor>,
  ): Promise<LodgedStay> {
    return this.change(id, 'cancellation', changer, async (tx, { stay, lodgings }) => {
      await freeBeds(tx, id);
      const ended = { endedOn: this.today, endedBy, endedReason: reason, holdExpiresAt: null };
      return this.save(tx, { ...stay, status: 'cancelled', ...ended }, changer.by, {
        action: 'stay.cancelled',
        reason,
        undoable: { action: 'cancellation', roomId: lodgings.at(-1)?.roomId },
      });
    });
  }

  async recordNonArrival(id: string, { reason = '' }: NonArrivalDto, changer: Changer): Promise<LodgedStay> {
    return this.change(id, 'non-arrival', changer, async (tx, { stay }) => {
      await freeBeds(tx, id);
      const ended = { endedOn: this.today, endedReason: reason || 'did not arrive' };
      return this.save(tx, { ...stay, status: 'not-arrived', ...ended }, changer.by, {
        action: 'stay.not-arrived',
        reason,
      });
    });
  }

  /**
   * The one way a stay changes: under its unit's lock, at the version that was read, and only when its state allows.
   * @throws NotThere, Stale (412), Refused saying why not.
   */
  async change(
    id: string,
    action: StayActionName,
    { readAt }: Changer<Actor>,
    work: (tx: EntityManager, found: LodgedStay) => Promise<unknown>,
  ): Promise<LodgedStay> {
    const { unitId } = (await this.records.one(id)).stay;
    return this.gate.change(unitId, async (tx) => {
      const found = await this.records.one(id, tx);
      if (readAt !== undefined && readAt !== found.stay.version)
        throw new Stale('Read the stay again, look at what changed, and decide anew.');
      const why = whyNot(action, found.stay, this.today);
      if (why) throw new Refused(why);
      await work(tx, found);
      return this.records.one(id, tx);
    });
  }

  async save(tx: EntityManager, stay: Stay, by: Actor, change: Change): Promise<void> {
    const before = await tx.findOneByOrFail(Stay, { id: stay.id });
    const after = { ...stay, version: before.version + 1 };
    await tx.update(Stay, { id: stay.id }, after);
    for (const nights of nightsFreed(before, after)) this.freed.publish({ unitId: stay.unitId, nights });
    const { unitId, youngPersonId, id: subjectId } = stay;
    const { action, reason = null, rooms, undoable } = change;
    if (undoable)
      await this.undoable.keep(tx, { ...undoable, before, roomId: undoable.roomId ?? rooms?.before });
    await this.audit.record(tx, by, {
      ...{ action, reason, unitId, youngPersonId, subjectId },
      before: rooms ? { ...before, roomId: rooms.before } : before,
      after: rooms ? { ...after, roomId: rooms.after } : after,
    });
  }

  get today(): string {
    return this.records.today;
  }

  private pastInstant(text: string): Date {
    const instant = new Date(text);
    if (instant.getTime() > this.clock.now().getTime() + CLOCKS_DIFFER)
      throw Misshapen.at('/at', 'This is still to come: record it once it has happened.');
    return instant;
  }
}
