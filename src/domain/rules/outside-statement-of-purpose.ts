import type { AskedNight } from '../asked-stay';
import { ageOn, type CalendarDate } from '../calendar-date';
import type { UnitSettings } from '../diary';
import { found, nightsWhen, type Rule } from './rule';

/** Too young or too old on a night, by the range in force that night; a birthday in mid-stay counts. */
export const outsideStatementOfPurpose: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const dateOfBirth = diary.person(youngPersonId)?.dateOfBirth;
    return rangesInForce(nights).flatMap((range) => {
      const outside = nightsWhen(
        nights,
        ({ on, page }) => isSameRange(page.settings, range) && !isWithin(range, dateOfBirth, on),
      );
      const { ageFrom, ageTo } = range;
      return found(outside, kind, { code: 'outside-statement-of-purpose', youngPersonId, ageFrom, ageTo });
    });
  });

/** Nobody whose age is not known is within any range. */
function isWithin(
  { ageFrom, ageTo }: UnitSettings,
  dateOfBirth: CalendarDate | undefined,
  on: CalendarDate,
): boolean {
  if (dateOfBirth === undefined) return false;
  const age = ageOn(dateOfBirth, on);
  return ageFrom <= age && age <= ageTo;
}

function rangesInForce(nights: readonly AskedNight[]): UnitSettings[] {
  const settings = [...new Set(nights.map(({ page }) => page.settings))];
  return settings.filter((one, index) => settings.findIndex((other) => isSameRange(one, other)) === index);
}

function isSameRange(a: UnitSettings, b: UnitSettings): boolean {
  return a.ageFrom === b.ageFrom && a.ageTo === b.ageTo;
}
