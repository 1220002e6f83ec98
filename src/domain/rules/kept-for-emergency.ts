import { bedsOfKind, usableBeds } from './beds';
import { found, nightsWhen, type Rule } from './rule';

/** With this planned stay fewer beds would be left to emergencies than the unit keeps for them. */
export const keptForEmergency: Rule = (asked, diary, kind) => {
  if (kind === 'emergency') return [];
  return asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const keeping = nights.filter(({ page }) => page.settings.keptForEmergency > 0 && !page.unitIsClosed);
    const taken = keeping.filter(
      (night) => bedsOfKind(night, kind) > usableBeds(night, diary) - night.page.settings.keptForEmergency,
    );
    return [...new Set(taken.map(({ page }) => page.settings.keptForEmergency))].flatMap((kept) =>
      found(
        nightsWhen(taken, ({ page }) => page.settings.keptForEmergency === kept),
        kind,
        { code: 'kept-for-emergency', youngPersonId, kept },
      ),
    );
  });
};
