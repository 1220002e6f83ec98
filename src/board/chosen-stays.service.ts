import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import { stayActions, type StayAction } from '../domain/stay-actions';
import type { DepartureOffer, RoomTarget, SwapOffer } from '../domain/stay-targets';
import { NotThere } from '../platform/problem';
import { isId } from '../platform/sent-form';
import { StayRecords, type LodgedStay } from '../stays/stay-records.service';
import { StayTargets } from '../stays/stay-targets.service';
import { StayUndoing, type Undoing } from '../stays/stay-undoing.service';
import type { BoardPeriod } from './board-period';
import type { Doing } from './doing';

/** A stay somebody has in hand on the board, and where it could go. */
export interface ChosenStay {
  readonly lodged: LodgedStay;
  readonly actions: readonly StayAction[];
  readonly doing: Doing | undefined;
  readonly rooms: readonly RoomTarget[];
  readonly departures: readonly DepartureOffer[];
  readonly swaps: readonly SwapOffer[];
  readonly undoing: Undoing;
}

@Injectable()
export class ChosenStays {
  constructor(
    private readonly records: StayRecords,
    private readonly targets: StayTargets,
    private readonly undoing: StayUndoing,
  ) {}

  /** @throws NotThere for a stay that is not of this unit. */
  async choose(
    stayId: string,
    unitId: string,
    doing: Doing | undefined,
    { to }: BoardPeriod,
  ): Promise<ChosenStay> {
    if (!isId(stayId)) throw new NotThere('There is no such stay.');
    const lodged = await this.records.one(stayId);
    if (lodged.stay.unitId !== unitId) throw new NotThere('There is no such stay.');
    const actions = stayActions(lodged.stay, this.records.today, true);
    const may = (name: Doing) =>
      doing === name && actions.some((action) => action.name === name && action.allowed);
    return {
      lodged,
      actions,
      doing: doing && may(doing) ? doing : undefined,
      rooms: may('room') ? await this.targets.rooms(lodged) : [],
      departures: may('dates') ? await this.targets.departures(lodged, addDays(to, -1)) : [],
      swaps: may('swap') ? await this.targets.swaps(lodged) : [],
      undoing: await this.undoing.of(stayId),
    };
  }
}
