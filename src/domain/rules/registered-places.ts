import { found, nightsWhen, type Rule } from './rule';

/** More young people than the unit is registered for that night, however many rooms it has. */
export const registeredPlaces: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const tooMany = nights.filter(({ page, peerIds }) => 1 + peerIds.length > page.settings.places);
    return [...new Set(tooMany.map(({ page }) => page.settings.places))]
      .sort((a, b) => a - b)
      .flatMap((places) => {
        const full = nightsWhen(tooMany, ({ page }) => page.settings.places === places);
        return found(full, kind, { code: 'registered-places', youngPersonId, places });
      });
  });
