import type { CalendarDate } from './calendar-date';
import type { StayStatus } from './diary';
import { sayDate } from './say-dates';

export const STAY_ACTIONS = [
  'confirmation',
  'arrival',
  'departure',
  'cancellation',
  'non-arrival',
  'dates',
  'room',
  'swap',
] as const;
export type StayActionName = (typeof STAY_ACTIONS)[number];

/** What may be done with a stay now, and why the rest may not; the same for pages, programs and the service. */
export interface StayAction {
  readonly name: StayActionName;
  readonly allowed: boolean;
  readonly why?: string;
}

export interface ActedOn {
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
}

/** Stays that can still change: they have, or will have, a bed. */
export const NOT_OVER: readonly StayStatus[] = ['held', 'confirmed', 'in-residence'];

const FROM: Readonly<Record<StayActionName, readonly StayStatus[]>> = {
  confirmation: ['held'],
  arrival: ['confirmed'],
  departure: ['in-residence'],
  cancellation: ['held', 'confirmed'],
  'non-arrival': ['confirmed'],
  dates: NOT_OVER,
  room: NOT_OVER,
  swap: NOT_OVER,
};

/** Not before the day itself: nobody can have arrived, or failed to, on a day still to come. */
const NOT_BEFORE_ARRIVAL_DAY: readonly StayActionName[] = ['arrival', 'non-arrival'];

const SAID: Readonly<Record<StayStatus, string>> = {
  held: 'The bed is only held: confirm the stay first.',
  confirmed: 'The young person has not arrived yet.',
  'in-residence': 'The young person is here: record the departure instead.',
  completed: 'The stay is over.',
  cancelled: 'The stay was cancelled.',
  displaced: 'The stay lost its bed to an emergency.',
  'not-arrived': 'The young person did not arrive.',
};

/** `today` is the London date; `mayChange` whether this person's role may change the diary. */
export function stayActions(stay: ActedOn, today: CalendarDate, mayChange: boolean): StayAction[] {
  return STAY_ACTIONS.map((name) => {
    const why = mayChange ? whyNot(name, stay, today) : 'Your role may not change the diary.';
    return why === undefined ? { name, allowed: true } : { name, allowed: false, why };
  });
}

/** `undefined` when the action may be taken. */
export function whyNot(
  name: StayActionName,
  { status, arrivesOn }: ActedOn,
  today: CalendarDate,
): string | undefined {
  if (!FROM[name].includes(status))
    return name === 'confirmation' && status === 'confirmed'
      ? 'The stay is confirmed already.'
      : SAID[status];
  if (NOT_BEFORE_ARRIVAL_DAY.includes(name) && today < arrivesOn)
    return `The stay begins on ${sayDate(arrivesOn)}.`;
  return undefined;
}
