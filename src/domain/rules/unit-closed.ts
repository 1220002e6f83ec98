import { found, nightsWhen, type Rule } from './rule';

/** The whole unit is out of use; said instead of no-bed on those nights. */
export const unitClosed: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const closed = nightsWhen(nights, ({ page }) => page.unitIsClosed);
    const lastOn = closed.at(-1);
    if (lastOn === undefined) return [];
    const closedUntil = diary.on(lastOn).unitReopensOn();
    return found(closed, kind, { code: 'unit-closed', youngPersonId, closedUntil });
  });
