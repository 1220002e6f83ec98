import { found, nightsWhen, type Rule } from './rule';

/**
 * On some night there are fewer free rooms than young people asking for one; siblings come all or none, so it is about
 * each of them. Beds kept empty by a solo stay are free here, and a named room has findings of its own.
 */
export const noBed: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, roomId }, nights }) => {
    const isUnknown = roomId !== undefined && !diary.rooms.some(({ id }) => id === roomId);
    const bedless = nightsWhen(
      nights,
      ({ page, hasTooFewRooms }) =>
        isUnknown || (roomId === undefined && hasTooFewRooms && !page.unitIsClosed),
    );
    return found(bedless, kind, { code: 'no-bed', youngPersonId });
  });
