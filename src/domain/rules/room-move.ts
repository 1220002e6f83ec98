import { found, type Rule } from './rule';

/** No room is free on every night, so the stay goes from room to room; said on each night of a new room. */
export const roomMove: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, roomId }, nights, lodgings }) => {
    if (roomId !== undefined || lodgings.length < 2) return [];
    const judged = new Set(nights.map(({ on }) => on));
    const moves = lodgings
      .slice(1)
      .map((lodging) => lodging.nights.from)
      .filter((on) => judged.has(on));
    const roomIds = lodgings.map((lodging) => lodging.roomId);
    return found(moves, kind, { code: 'room-move', youngPersonId, roomIds });
  });
