import { Injectable } from '@nestjs/common';
import { addDays, laterOf } from '../domain/calendar-date';
import type { ProposedStay, StayKind } from '../domain/diary';
import { roomOffers, type RoomOffer } from '../domain/room-offers';
import { DiaryReader } from './diary.reader';
import type { LodgedStay } from './stay.view';

/** Which rooms are free for a stay, and why the others are not. */
@Injectable()
export class RoomOffers {
  constructor(private readonly reader: DiaryReader) {}

  async forNew(unitId: string, stay: ProposedStay, kind: StayKind): Promise<RoomOffer[]> {
    const { from, to } = stay.nights;
    const around = { from: addDays(from, -1), to: addDays(laterOf(from, to), 1) };
    return roomOffers(stay, await this.reader.read(unitId, around, [stay.youngPersonId]), kind);
  }

  /** For a stay that has a room: all but the one it has last. */
  async forMove({ stay, lodgings }: LodgedStay): Promise<RoomOffer[]> {
    const { youngPersonId, solo, id: changesStayId } = stay;
    const nights = { from: stay.arrivesOn, to: stay.departsOn };
    const proposed = { youngPersonId, nights, solo, changesStayId, lodgings };
    const offers = await this.forNew(stay.unitId, proposed, stay.kind);
    return offers.filter(({ room }) => room.id !== lodgings.at(-1)?.roomId);
  }
}
