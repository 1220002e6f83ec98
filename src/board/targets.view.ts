import type { CalendarDate } from '../domain/calendar-date';
import { explain } from '../domain/explain';
import type { Finding } from '../domain/findings';
import { roomName } from '../domain/room-name';
import { sayDays } from '../domain/say-dates';
import { sayWhy } from '../domain/say-why';
import type { ChosenStay } from './chosen-stays.service';

/** Somewhere the stay in hand could go: a button that sends `name`, or why it cannot. */
export interface Target {
  readonly text: string;
  readonly name: 'roomId' | 'departsOn' | 'withStayId';
  readonly value: string;
  readonly why: string | undefined;
}

/** The targets where they are on the board, and all of them in a list. */
export interface Targets {
  readonly all: readonly Target[];
  readonly ofRooms: ReadonlyMap<string, Target>;
  readonly ofDays: ReadonlyMap<CalendarDate, Target>;
  readonly ofStays: ReadonlyMap<string, Target>;
}

export const NO_TARGETS: Targets = {
  all: [],
  ofRooms: new Map(),
  ofDays: new Map(),
  ofStays: new Map(),
};

export function targetsOf(
  chosen: ChosenStay,
  initials: ReadonlyMap<string, string>,
  today: CalendarDate,
): Targets {
  const rooms = chosen.rooms.map((offer): [string, Target] => [
    offer.room.id,
    {
      text: `Move to ${roomName(offer.room)}`,
      ...{ name: 'roomId', value: offer.room.id, why: offer.whyNot[0] && sayWhy(offer.whyNot[0]) },
    },
  ]);
  const days = chosen.departures.map(({ departsOn, whyNot }): [CalendarDate, Target] => [
    departsOn,
    {
      text: `Leave on ${sayDays(departsOn, departsOn, today)}`,
      name: 'departsOn',
      value: departsOn,
      why: whyOf(whyNot),
    },
  ]);
  const stays = chosen.swaps.map(({ stayId, whyNot }): [string, Target] => [
    stayId,
    {
      text: `Swap with ${initials.get(stayId) ?? 'this stay'}`,
      ...{ name: 'withStayId', value: stayId, why: whyOf(whyNot) },
    },
  ]);
  return {
    all: [...rooms, ...days, ...stays].map(([, target]) => target),
    ofRooms: new Map(rooms),
    ofDays: new Map(days),
    ofStays: new Map(stays),
  };
}

function whyOf([first]: readonly Finding[]): string | undefined {
  return first && explain(first).message;
}
