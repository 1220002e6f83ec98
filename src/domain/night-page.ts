import { addDays, type CalendarDate } from './calendar-date';
import type { Closure, Diary, Room, StayKind, UnitSettings } from './diary';

/** Somebody who is in the unit on one night, or asks to be; without a room while none is chosen. */
export interface Presence {
  readonly youngPersonId: string;
  readonly roomId: string | undefined;
  readonly needsSolo: boolean;
  /** Of a booked stay; one asked for is of the kind judged. */
  readonly kind?: StayKind;
}

export interface Guest extends Presence {
  readonly stayId: string;
  readonly kind: StayKind;
}

/** A unit without settings is not registered, and takes nobody. */
const NOT_REGISTERED: UnitSettings = {
  from: '1900-01-01',
  places: 0,
  ageFrom: 0,
  ageTo: -1,
  seriesNights: Infinity,
  yearNights: Infinity,
  yearNightsToldFrom: Infinity,
  keptForPlanned: 0,
  keptForEmergency: 0,
  displacement: 'never',
};

/** The diary opened at one night: who is there, what is closed, which settings are in force. */
export class NightPage {
  readonly settings: UnitSettings;
  readonly rooms: readonly Room[];
  private readonly closures: readonly Closure[];
  private following?: NightPage;
  private preceding?: NightPage;

  constructor(
    readonly on: CalendarDate,
    diary: Diary,
    readonly guests: readonly Guest[],
    private readonly open: (on: CalendarDate) => NightPage,
  ) {
    this.settings = diary.settings.findLast(({ from }) => from <= on) ?? diary.settings[0] ?? NOT_REGISTERED;
    this.rooms = diary.rooms;
    this.closures = diary.closures.filter(({ nights }) => nights.from <= on && on < nights.to);
  }

  get after(): NightPage {
    return (this.following ??= this.open(addDays(this.on, 1)));
  }

  get before(): NightPage {
    return (this.preceding ??= this.open(addDays(this.on, -1)));
  }

  get unitIsClosed(): boolean {
    return this.closures.some(({ roomId }) => roomId === null);
  }

  /** Closed by itself, whether or not the whole unit is. */
  roomIsClosed(roomId: string): boolean {
    return this.closures.some((closure) => closure.roomId === roomId);
  }

  roomIsUsable(roomId: string): boolean {
    return !this.closures.some((closure) => closure.roomId === null || closure.roomId === roomId);
  }
  /** The first day from this night on that the whole unit is not closed. */
  unitReopensOn(): CalendarDate {
    return this.reopensOn(({ roomId }) => roomId === null);
  }

  /** The first day from this night on that neither the room nor the whole unit is closed. */
  roomReopensOn(id: string): CalendarDate {
    return this.reopensOn(({ roomId }) => roomId === null || roomId === id);
  }

  private reopensOn(closes: (closure: Closure) => boolean): CalendarDate {
    const closure = this.closures.find(closes);
    return closure ? this.open(closure.nights.to).reopensOn(closes) : this.on;
  }
}
