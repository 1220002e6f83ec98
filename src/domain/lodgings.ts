import { addDays, type CalendarDate } from './calendar-date';
import type { Lodging } from './diary';
import { includesNight, listNights, type Nights } from './nights';

/** The room on a night; after the last lodging it is still that room, as for somebody overdue to leave. */
export function roomOn(lodgings: readonly Lodging[], on: CalendarDate): string | undefined {
  return (lodgings.find(({ nights }) => includesNight(nights, on)) ?? lodgings.at(-1))?.roomId;
}

/** The lodgings as far as they concern these nights. */
export function lodgingsOn(nights: Nights, lodgings: readonly Lodging[]): Lodging[] {
  return joined(
    listNights(nights).flatMap((on) => {
      const roomId = roomOn(lodgings, on);
      return roomId === undefined ? [] : [{ roomId, nights: { from: on, to: addDays(on, 1) } }];
    }),
  );
}

/** Lodgings in order, with those that go on in the same room made one. */
export function joined(lodgings: readonly Lodging[]): Lodging[] {
  const joint: Lodging[] = [];
  for (const { roomId, nights } of lodgings) {
    const last = joint.at(-1);
    const goesOn = last?.roomId === roomId && last.nights.to === nights.from;
    if (goesOn) joint.pop();
    joint.push({ roomId, nights: goesOn ? { from: last.nights.from, to: nights.to } : nights });
  }
  return joint;
}
