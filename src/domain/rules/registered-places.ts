import { found, nightsWhen, type Rule } from './rule';

/** More young people than the unit is registered for that night, however many rooms it has. */
export const registeredPlaces: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const full = nights.filter(({ page, others }) => others.length >= page.settings.places);
    return [...new Set(full.map(({ page }) => page.settings.places))].flatMap((places) => {
      const tooMany = nightsWhen(full, ({ page, others }) => {
        if (page.settings.places !== places) return false;
        const present = new Set([youngPersonId, ...others.map((other) => other.youngPersonId)]);
        return present.size > places;
      });
      return found(tooMany, kind, { code: 'registered-places', youngPersonId, places });
    });
  });
