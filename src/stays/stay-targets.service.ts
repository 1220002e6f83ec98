import { Injectable } from '@nestjs/common';
import { addDays, laterOf, type CalendarDate } from '../domain/calendar-date';
import { NOT_OVER } from '../domain/stay-actions';
import {
  departureOffers,
  roomTargets,
  swapOffers,
  type DepartureOffer,
  type Lodged,
  type RoomTarget,
  type SwapOffer,
} from '../domain/stay-targets';
import { DiaryReader } from './diary.reader';
import { StayRecords } from './stay-records.service';
import type { LodgedStay } from './stay.view';

/** Where a stay could go from where it is, and why it could not go elsewhere. */
@Injectable()
export class StayTargets {
  constructor(
    private readonly reader: DiaryReader,
    private readonly records: StayRecords,
  ) {}

  async rooms(lodged: LodgedStay): Promise<RoomTarget[]> {
    const { unitId, arrivesOn, departsOn, youngPersonId, kind } = lodged.stay;
    const around = { from: addDays(arrivesOn, -1), to: addDays(departsOn, 1) };
    const diary = await this.reader.read(unitId, around, [youngPersonId]);
    return roomTargets(proposed(lodged), diary, kind);
  }

  /** Every day up to and with `last` on which it could end, but the one it ends on. */
  async departures({ stay, lodgings }: LodgedStay, last: CalendarDate): Promise<DepartureOffer[]> {
    const first = addDays(laterOf(stay.arrivesOn, addDays(this.records.today, -1)), 1);
    const earliest = stay.status === 'in-residence' ? laterOf(first, addDays(this.records.today, 1)) : first;
    const days: CalendarDate[] = [];
    for (let day = earliest; day <= last; day = addDays(day, 1)) if (day !== stay.departsOn) days.push(day);
    if (days.length === 0) return [];
    const around = { from: addDays(stay.arrivesOn, -1), to: addDays(laterOf(last, stay.departsOn), 1) };
    const diary = await this.reader.read(stay.unitId, around, [stay.youngPersonId]);
    return departureOffers(proposed({ stay, lodgings }), days, diary, stay.kind);
  }

  /** Stays that are not over and share a night with it. */
  async swaps(lodged: LodgedStay): Promise<SwapOffer[]> {
    const { unitId, arrivesOn: from, departsOn: to, id, kind, youngPersonId } = lodged.stay;
    const { items } = await this.records.list({ unitId, from, to });
    const others = items.filter(({ stay }) => stay.id !== id && NOT_OVER.includes(stay.status));
    const stays = others.map(({ stay }) => stay);
    const around = {
      from: addDays(
        stays.reduce((day, { arrivesOn }) => (arrivesOn < day ? arrivesOn : day), from),
        -1,
      ),
      to: addDays(
        stays.reduce((day, { departsOn }) => laterOf(day, departsOn), to),
        1,
      ),
    };
    const people = [youngPersonId, ...stays.map((stay) => stay.youngPersonId)];
    const diary = await this.reader.read(unitId, around, people);
    return swapOffers(proposed(lodged), others.map(proposed), diary, kind);
  }
}

function proposed({ stay, lodgings }: LodgedStay): Lodged {
  const { youngPersonId, solo, id, arrivesOn: from, departsOn: to } = stay;
  return { youngPersonId, nights: { from, to }, solo, changesStayId: id, lodgings };
}
