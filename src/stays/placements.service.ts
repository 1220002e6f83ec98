import { Injectable } from '@nestjs/common';
import { countNights, spanOf, type Nights } from '../domain/nights';
import { addDays, daysBetween } from '../domain/calendar-date';
import type { Diary, ProposedStay } from '../domain/diary';
import { assess, type Placement } from '../domain/placement';
import { roomOffers } from '../domain/room-offers';
import { sayDate } from '../domain/say-dates';
import { searchDates, type DateOffer, type DateSearch } from '../domain/date-search';
import { withoutSiblings } from '../domain/siblings';
import { weekday } from '../domain/weekday';
import type { Actor } from '../platform/actor';
import { Misshapen, type FieldError } from '../platform/problem';
import { refuseUnlessPlaceable } from '../platform/refuse-unless-placeable';
import { UnitGate } from '../platform/unit-gate';
import { Bookings, type Booking } from './bookings.service';
import type { DateSearchDto } from './date-search.dto';
import { DiaryReader } from './diary.reader';
import { EmergenciesBooked } from './emergencies-booked.service';
import { refuseUnauthorised } from './given';
import type { NewStaysDto, PlacementCheckDto, ProposedStayDto } from './stay.dto';
import type { LodgedStay } from './stay.view';

const LONGEST_STAY = 366;
const LONGEST_WINDOW = 400;

/** How far past the asked nights to look, to see which rooms would be left with short gaps. */
const MARGIN = 14;

/** May they stay, and if so: placing them. One engine for the dry run, the booking and the search. */
@Injectable()
export class Placements {
  constructor(
    private readonly gate: UnitGate,
    private readonly reader: DiaryReader,
    private readonly bookings: Bookings,
    private readonly emergencies: EmergenciesBooked,
  ) {}

  /** A dry run: nothing is recorded. */
  async check(asked: PlacementCheckDto): Promise<Placement> {
    refuseImpossibleNights(asked.stays);
    return assess(asked.stays.map(proposed), await this.diaryFor(asked), asked.kind);
  }

  /** All or none. @throws Refused with findings; NotAllowed; Misshapen. */
  async place(asked: Booking, by: Actor): Promise<LodgedStay[]> {
    refuseImpossibleNights(asked.stays);
    refuseUnauthorised(asked, by);
    return this.gate.change(asked.unitId, async (tx) => {
      const diary = await this.diaryFor(asked);
      const siblings = withoutSiblings(asked.leftOut);
      const stays = asked.stays.map((stay) => ({ ...proposed(stay), ...siblings }));
      const { findings, rooms } = assess(stays, diary, asked.kind);
      refuseUnlessPlaceable(findings, asked, () => ({ free: stillFree(asked, diary) }));
      const booked = await this.bookings.book(tx, asked, by, diary, { findings, rooms });
      if (asked.kind === 'emergency')
        await this.emergencies.tell(tx, {
          stays: booked.map(({ stay }) => stay),
          findings,
          given: asked,
          by,
        });
      return booked;
    });
  }

  /** Every arrival in the window, those that work first. */
  async search({
    unitId,
    weekdays,
    wishes = [],
    ...asked
  }: DateSearchDto & Pick<DateSearch, 'leftOut'>): Promise<DateOffer[]> {
    refuseImpossibleWindow(asked);
    const span = { from: addDays(asked.earliest, -MARGIN), to: addDays(asked.latest, asked.nights + MARGIN) };
    const diary = await this.reader.read(unitId, span, asked.youngPersonIds);
    const suits = (weekdays ?? []).flatMap((day) => weekday(day) ?? []);
    return searchDates({ ...asked, wishes, weekdays: suits }, diary, 'planned');
  }

  private async diaryFor({ unitId, stays }: PlacementCheckDto): Promise<Diary> {
    const [first, ...others] = stays.map(nightsOf);
    if (!first) throw Misshapen.at('/stays', 'Ask for at least one stay.');
    const span = spanOf(first, ...others);
    const around = { from: addDays(span.from, -MARGIN), to: addDays(span.to, MARGIN) };
    const ids = stays.map(({ youngPersonId }) => youngPersonId);
    const diary = await this.reader.read(unitId, around, ids, (index) => `/stays/${index}/youngPersonId`);
    refuseWhatCannotBe(stays, diary);
    return diary;
  }
}

function nightsOf({ arrivesOn, departsOn }: Pick<ProposedStayDto, 'arrivesOn' | 'departsOn'>): Nights {
  return { from: arrivesOn, to: departsOn };
}

function proposed({ youngPersonId, roomId, solo, wishes, ...dates }: ProposedStayDto): ProposedStay {
  return {
    youngPersonId,
    nights: nightsOf(dates),
    ...(roomId ? { roomId } : {}),
    ...(solo ? { solo } : {}),
    ...(wishes ? { wishes } : {}),
  };
}

/** For each stay refused, the rooms nobody has on its nights: what a lost race leaves. */
function stillFree({ stays, kind }: NewStaysDto, diary: Diary) {
  return stays.map((stay) => {
    const offers = roomOffers(proposed(stay), diary, kind).filter(({ whyNot }) => whyNot.length === 0);
    return { youngPersonId: stay.youngPersonId, roomIds: offers.map(({ room }) => room.id) };
  });
}

/** @throws Misshapen for a stay without a night, or of more than a year. */
export function refuseImpossibleNights(
  stays: readonly Pick<ProposedStayDto, 'arrivesOn' | 'departsOn'>[],
  at = '/stays',
): void {
  const errors = stays.flatMap((stay, index): FieldError[] => {
    const nights = countNights(nightsOf(stay));
    const pointer = `${at === '/stays' ? `${at}/${index}` : at}/departsOn`;
    if (nights < 1)
      return [{ pointer, detail: 'The stay must have a night: leave on a later day than arriving.' }];
    return nights > LONGEST_STAY ? [{ pointer, detail: 'A stay can be at most 366 nights.' }] : [];
  });
  if (errors.length > 0) throw new Misshapen(errors);
}

function refuseImpossibleWindow({ earliest, latest, youngPersonIds }: Omit<DateSearchDto, 'unitId'>): void {
  if (latest < earliest) throw Misshapen.at('/latest', 'The latest arrival must not be before the earliest.');
  if (daysBetween(earliest, latest) > LONGEST_WINDOW)
    throw Misshapen.at('/latest', 'Search at most 400 days at a time.');
  const repeated = youngPersonIds.findIndex((id, index) => youngPersonIds.indexOf(id) < index);
  if (repeated >= 0) throw Misshapen.at(`/youngPersonIds/${repeated}`, 'Name each young person once.');
}

function refuseWhatCannotBe(stays: readonly ProposedStayDto[], { rooms, today }: Diary): void {
  const errors = stays.flatMap(({ roomId, arrivesOn }, index): FieldError[] => {
    const unknown = roomId && !rooms.some(({ id }) => id === roomId);
    return [
      ...(unknown ? [{ pointer: `/stays/${index}/roomId`, detail: 'This unit has no such room.' }] : []),
      ...(arrivesOn < today
        ? [
            {
              pointer: `/stays/${index}/arrivesOn`,
              detail: `That night is over: the first that can be booked is ${sayDate(today)}.`,
            },
          ]
        : []),
    ];
  });
  if (errors.length > 0) throw new Misshapen(errors);
}
