import { Injectable } from '@nestjs/common';
import type { StayActionName } from '../domain/stay-actions';
import type { Person } from '../platform/actor';
import type { Changer } from '../platform/row-version';
import type { SentForm } from '../platform/sent-form';
import { givenIn } from '../platform/given-form';
import {
  arrivalIn,
  cancellationIn,
  datesIn,
  departureIn,
  nonArrivalIn,
  readAt,
  roomIn,
  swapIn,
} from './stay-action-form';
import { StayChanges } from './stay-changes.service';
import { StayDates } from './stay-dates.service';

type Act = (id: string, sent: SentForm, changer: Changer) => Promise<unknown>;

/** What each form of a stay does. */
@Injectable()
export class StayActs {
  private readonly acts: Readonly<Record<StayActionName, Act>>;

  constructor(changes: StayChanges, dates: StayDates) {
    this.acts = {
      confirmation: (id, sent, changer) => changes.confirm(id, givenIn(sent), changer),
      arrival: (id, sent, changer) => changes.arrive(id, arrivalIn(sent), changer),
      departure: (id, sent, changer) => changes.depart(id, departureIn(sent), changer),
      cancellation: (id, sent, changer) => changes.cancel(id, cancellationIn(sent), changer),
      'non-arrival': (id, sent, changer) => changes.recordNonArrival(id, nonArrivalIn(sent), changer),
      dates: (id, sent, changer) => dates.redate(id, datesIn(sent), changer),
      room: (id, sent, changer) => dates.move(id, roomIn(sent), changer),
      swap: (id, sent, changer) => dates.swap(id, swapIn(sent), changer),
    };
  }

  /** @throws Misshapen, Refused, Stale, NotAllowed, NotThere */
  async act(name: StayActionName, id: string, sent: SentForm, by: Person): Promise<void> {
    await this.acts[name](id, sent, { by, ...readAt(sent) });
  }
}
