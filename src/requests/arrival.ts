import { weekdayOf } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';
import { Misshapen } from '../platform/problem';
import type { RequestOnFile } from './request.reader';

/** @throws Misshapen for a day of arrival the request does not ask for, or that is over. */
export function refuseUnsuitable(
  { earliest, latest, weekdays }: RequestOnFile,
  arrivesOn: string,
  today: string,
): void {
  if (arrivesOn < earliest || arrivesOn > latest)
    throw Misshapen.at(
      '/arrivesOn',
      `The request is for an arrival from ${sayDate(earliest)} to ${sayDate(latest)}.`,
    );
  if (arrivesOn < today)
    throw Misshapen.at(
      '/arrivesOn',
      `That night is over: the first that can be booked is ${sayDate(today)}.`,
    );
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(arrivesOn)))
    throw Misshapen.at('/arrivesOn', 'That day of the week does not suit: the request says which do.');
}
