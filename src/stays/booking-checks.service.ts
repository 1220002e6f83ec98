import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import type { DateOffer } from '../domain/date-search';
import { countNights, type Nights } from '../domain/nights';
import type { RoomOffer } from '../domain/room-offers';
import { NotThere } from '../platform/problem';
import { People } from '../people/people.service';
import { UnitChoice } from '../units/unit-choice.service';
import { Units } from '../units/units.service';
import { stays, type BookingForm } from './booking-form';
import type { Checked } from './check.view';
import { namedIn } from '../platform/finding-card.view';
import type { Where } from './new-stay.view';
import { Placements } from './placements.service';
import { RoomOffers } from './room-offers.service';
import { StayRecords } from './stay-records.service';

/** How far to look for other dates, in days, and how many to offer. */
const LOOK_AHEAD = 42;
const MOST_OFFERED = 4;

/** What the check page needs to know, gathered. */
@Injectable()
export class BookingChecks {
  constructor(
    private readonly placements: Placements,
    private readonly offers: RoomOffers,
    private readonly people: People,
    private readonly choice: UnitChoice,
    private readonly units: Units,
    private readonly records: StayRecords,
  ) {}

  /** The unit asked for, or the first at work. @throws NotThere */
  async where(unitId: string): Promise<Where> {
    const chosen = await this.choice.choose(unitId);
    if (!chosen) throw new NotThere('There is no unit yet.');
    const { unit, units } = chosen;
    const { rooms, inForce } = await this.units.one(unit.id);
    return { unit, units, rooms, holdHours: inForce.holdHours, today: this.records.today };
  }

  /** A dry run. @throws Misshapen */
  async check(form: BookingForm, mayAuthorise: boolean): Promise<Checked> {
    const placement = await this.placements.check(stays(form));
    const isRefused = placement.findings.some(({ level }) => level === 'refuse');
    return {
      placement,
      mayAuthorise,
      names: await this.people.namesOf([...form.youngPersonIds, ...namedIn(placement.findings)]),
      offers: form.youngPersonIds.length === 1 ? await this.roomsFor(form) : [],
      otherDates: isRefused ? await this.otherDates(form) : [],
    };
  }

  private async roomsFor({
    unitId,
    kind,
    solo,
    youngPersonIds,
    ...dates
  }: BookingForm): Promise<RoomOffer[]> {
    const [youngPersonId = ''] = youngPersonIds;
    return this.offers.forNew(unitId, { youngPersonId, solo, nights: nightsOf(dates) }, kind);
  }

  private async otherDates(form: BookingForm): Promise<DateOffer[]> {
    const offers = await this.placements.search({
      unitId: form.unitId,
      youngPersonIds: [...form.youngPersonIds],
      nights: countNights(nightsOf(form)),
      earliest: form.arrivesOn,
      latest: addDays(form.arrivesOn, LOOK_AHEAD),
    });
    return offers.filter(({ placeable }) => placeable).slice(0, MOST_OFFERED);
  }
}

function nightsOf({ arrivesOn, departsOn }: Pick<BookingForm, 'arrivesOn' | 'departsOn'>): Nights {
  return { from: arrivesOn, to: departsOn };
}
