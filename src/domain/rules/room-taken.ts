import { found, nightsWhen, type Rule } from './rule';

/** The room asked for by name has somebody else in it, or is asked for twice. */
export const roomTaken: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, roomId }, nights }) => {
    if (roomId === undefined) return [];
    const taken = nightsWhen(nights, ({ others }) => others.some((other) => other.roomId === roomId));
    return found(taken, kind, { code: 'room-taken', youngPersonId, roomId });
  });
