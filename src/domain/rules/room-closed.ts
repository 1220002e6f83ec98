import { found, nightsWhen, type Rule } from './rule';

/** The room asked for by name is out of use. */
export const roomClosed: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, roomId }, nights }) => {
    if (roomId === undefined) return [];
    const closed = nightsWhen(nights, ({ page }) => page.roomIsClosed(roomId));
    const lastOn = closed.at(-1);
    if (lastOn === undefined) return [];
    const closedUntil = diary.on(lastOn).roomReopensOn(roomId);
    return found(closed, kind, { code: 'room-closed', youngPersonId, roomId, closedUntil });
  });
