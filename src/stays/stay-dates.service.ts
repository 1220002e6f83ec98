import { Injectable } from '@nestjs/common';
import { sayDate } from '../domain/say-dates';
import { whyNot } from '../domain/stay-actions';
import { Misshapen, Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { Units } from '../units/units.service';
import { refuseImpossibleNights } from './placements.service';
import { StayChanges } from './stay-changes.service';
import { StayMoves } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import type { NewDatesDto, NewRoomForStayDto, SwapDto } from './stay.dto';
import type { Stay } from './stay.entity';
import type { LodgedStay } from './stay.view';

/** Extend, shorten, re-date, move and swap: the same engine as a new booking, without the stay itself in the way. */
@Injectable()
export class StayDates {
  constructor(
    private readonly changes: StayChanges,
    private readonly moves: StayMoves,
    private readonly records: StayRecords,
    private readonly units: Units,
  ) {}

  async redate(id: string, asked: NewDatesDto, changer: Changer): Promise<LodgedStay> {
    refuseImpossibleNights([asked], '');
    return this.changes.change(id, 'dates', changer, async (tx, { stay }) => {
      this.refuseDatesThatAreOver(stay, asked);
      const redated: Stay = { ...stay, arrivesOn: asked.arrivesOn, departsOn: asked.departsOn };
      const [judged = redated] = await this.moves.reshape(tx, [{ stay: redated }], asked, changer.by);
      await this.changes.save(tx, judged, changer.by, {
        action: 'stay.redated',
        undoable: { action: 'dates' },
      });
    });
  }

  /** From tonight on when the young person is here, for the whole stay when not. */
  async move(id: string, asked: NewRoomForStayDto, changer: Changer): Promise<LodgedStay> {
    return this.changes.change(id, 'room', changer, async (tx, { stay, lodgings }) => {
      const { rooms } = await this.units.one(stay.unitId);
      if (!rooms.some((room) => room.id === asked.roomId))
        throw Misshapen.at('/roomId', 'The unit of this stay has no such room.');
      await this.moves.reshape(tx, [{ stay, roomId: asked.roomId }], asked, changer.by);
      const moved = { before: lodgings.at(-1)?.roomId ?? asked.roomId, after: asked.roomId };
      await this.changes.save(tx, stay, changer.by, {
        action: 'stay.moved',
        rooms: moved,
        undoable: { action: 'room' },
      });
    });
  }

  /** The two stays exchange rooms, each for its own nights. */
  async swap(id: string, asked: SwapDto, changer: Changer): Promise<LodgedStay> {
    return this.changes.change(id, 'swap', changer, async (tx, { stay, lodgings }) => {
      const other = await this.records.one(asked.withStayId, tx);
      if (other.stay.unitId !== stay.unitId || other.stay.id === id)
        throw Misshapen.at('/withStayId', 'Name another stay of this unit.');
      if (whyNot('swap', other.stay, this.records.today)) throw new Refused('The other stay is over.');
      const [ours, theirs] = [lodgings.at(-1)?.roomId, other.lodgings.at(-1)?.roomId];
      if (!ours || !theirs) throw new Refused('One of the two stays has no room.');
      const swapped = [
        { stay, roomId: theirs, rooms: { before: ours, after: theirs }, withStayId: other.stay.id },
        { stay: other.stay, roomId: ours, rooms: { before: theirs, after: ours }, withStayId: id },
      ];
      await this.moves.reshape(tx, swapped, asked, changer.by);
      for (const { stay: each, rooms, withStayId } of swapped)
        await this.changes.save(tx, each, changer.by, {
          action: 'stay.swapped',
          rooms,
          undoable: { action: 'swap', withStayId },
        });
    });
  }

  private refuseDatesThatAreOver(stay: Stay, { arrivesOn, departsOn }: NewDatesDto): void {
    const { today } = this.records;
    const isHere = stay.status === 'in-residence';
    if (isHere && arrivesOn !== stay.arrivesOn)
      throw Misshapen.at(
        '/arrivesOn',
        `The young person is here since ${sayDate(stay.arrivesOn)}: only the leaving day can change.`,
      );
    if (isHere && departsOn <= today)
      throw Misshapen.at(
        '/departsOn',
        'The stay must have a night still to come. To end it now, record the departure.',
      );
    if (!isHere && arrivesOn !== stay.arrivesOn && arrivesOn < today)
      throw Misshapen.at(
        '/arrivesOn',
        `That night is over: the first that can be booked is ${sayDate(today)}.`,
      );
  }
}
