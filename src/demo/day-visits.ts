import type { NestExpressApplication } from '@nestjs/platform-express';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { Refused } from '../platform/problem';
import { DayVisits } from '../visits/day-visits.service';
import type { House } from './house';

const VISITS = [
  { in: 1, fromTime: '15:45', toTime: '18:30', purpose: 'Homework club and tea' },
  { in: 2, fromTime: '16:30', toTime: '20:00', purpose: 'Cooking evening' },
  { in: 5, fromTime: '16:00', toTime: '19:00', purpose: 'First look round, with tea' },
];

/** Each by the first young person who may come that day, beside whoever is in the building. */
export async function bookDayVisits(
  app: NestExpressApplication,
  house: House,
  today: CalendarDate,
  by: Person,
): Promise<void> {
  const visits = app.get(DayVisits, { strict: false });
  const guests = [...house.everybody].reverse();
  for (const { in: days, ...visit } of VISITS) {
    const asked = { ...visit, unitId: house.unitId, on: addDays(today, days), acknowledged: ['controls'] };
    for (const { id: youngPersonId } of guests)
      if (await isBooked(visits, { ...asked, youngPersonId }, by)) break;
  }
}

async function isBooked(
  visits: DayVisits,
  asked: Parameters<DayVisits['book']>[0],
  by: Person,
): Promise<boolean> {
  try {
    await visits.book(asked, by);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
