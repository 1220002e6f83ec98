import { roomOn } from '../domain/lodgings';
import { roomName } from '../domain/room-name';
import { sayDate, sayDays } from '../domain/say-dates';
import { ACTION_WORDS } from '../domain/stay-action-words';
import { KIND_WORDS } from '../domain/stay-words';
import type { DayFile, LodgedToday } from '../stays/days.service';

/** Today's arrivals and departures, each with what is done about it. @param key of the forms of this page. */
export function dayView({ today, work, rooms, names }: DayFile, unitId: string, key: string) {
  const { arrivals, departures, here, tomorrow } = work;
  const line = (stay: LodgedToday) => ({
    name: names.get(stay.youngPersonId) ?? '',
    href: `/stays/${stay.id}`,
    room: roomOf(stay, rooms, today),
    emergency: stay.kind === 'emergency' ? KIND_WORDS.emergency : undefined,
  });
  const formOf = ({ id }: LodgedToday, action: string) => `/stays/${id}/${action}?from=home&unit=${unitId}`;
  return {
    arrivals: arrivals.map((stay) => ({
      ...line(stay),
      when: `Stays until ${sayDays(stay.departsOn, stay.departsOn, today)}`,
      late: stay.arrivesOn < today ? `Expected ${sayDays(stay.arrivesOn, stay.arrivesOn, today)}` : undefined,
      action: `/stays/${stay.id}/arrival`,
      hidden: [
        { name: 'key', value: key + stay.id },
        { name: 'version', value: stay.version },
        { name: 'when', value: 'now' },
        { name: 'from', value: 'home' },
        { name: 'unit', value: unitId },
      ],
      button: ACTION_WORDS.arrival.button,
      didNotArriveHref: formOf(stay, 'non-arrival'),
    })),
    departures: departures.map((stay) => ({
      ...line(stay),
      when: `Here since ${sayDays(stay.arrivesOn, stay.arrivesOn, today)}`,
      late:
        stay.departsOn < today ? `Due to leave ${sayDays(stay.departsOn, stay.departsOn, today)}` : undefined,
      departureHref: formOf(stay, 'departure'),
      button: ACTION_WORDS.departure.button,
    })),
    said: `${sayDate(today)}. ${sayHere(here.length)}${sayTomorrow(tomorrow.length)}`,
    boardHref: `/board?unit=${unitId}`,
    bookHref: `/stays/new?unit=${unitId}`,
    weekHref: `/week-sheet?unit=${unitId}`,
  };
}

function roomOf({ lodgings }: LodgedToday, rooms: DayFile['rooms'], today: string): string | undefined {
  const id = roomOn(lodgings, today);
  const room = rooms.find((each) => each.id === id);
  return room && roomName(room);
}

function sayHere(count: number): string {
  if (count === 0) return 'Nobody is here now.';
  return count === 1 ? 'One young person is here now.' : `${count} young people are here now.`;
}

function sayTomorrow(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' One more arrives tomorrow.' : ` ${count} more arrive tomorrow.`;
}
