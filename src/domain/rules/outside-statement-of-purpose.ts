import type { AskedNight } from '../asked-night';
import { addYears, type CalendarDate } from '../calendar-date';
import type { UnitSettings } from '../diary';
import { includesNight, type Nights } from '../nights';
import { found, nightsWhen, type Rule } from './rule';

/** Too young or too old on a night, by the range in force that night; a birthday in mid-stay counts. */
export const outsideStatementOfPurpose: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const dateOfBirth = diary.person(youngPersonId)?.dateOfBirth;
    return rangesInForce(nights).flatMap((range) => {
      const admitted = nightsAdmitted(range, dateOfBirth);
      const outside = nightsWhen(
        nights,
        ({ on, page }) => isSameRange(page.settings, range) && !(admitted && includesNight(admitted, on)),
      );
      const { ageFrom, ageTo } = range;
      return found(outside, kind, { code: 'outside-statement-of-purpose', youngPersonId, ageFrom, ageTo });
    });
  });

/** From one birthday to another; nobody whose age is not known is within any range. */
function nightsAdmitted(
  { ageFrom, ageTo }: UnitSettings,
  dateOfBirth: CalendarDate | undefined,
): Nights | undefined {
  return dateOfBirth === undefined
    ? undefined
    : { from: addYears(dateOfBirth, ageFrom), to: addYears(dateOfBirth, ageTo + 1) };
}

function rangesInForce(nights: readonly AskedNight[]): UnitSettings[] {
  const [first] = nights;
  if (first && nights.every(({ page }) => page.settings === first.page.settings))
    return [first.page.settings];
  const settings = [...new Set(nights.map(({ page }) => page.settings))];
  return settings.filter((one, index) => settings.findIndex((other) => isSameRange(one, other)) === index);
}

function isSameRange(a: UnitSettings, b: UnitSettings): boolean {
  return a.ageFrom === b.ageFrom && a.ageTo === b.ageTo;
}
