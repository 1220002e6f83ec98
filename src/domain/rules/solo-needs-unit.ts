import { found, nightsWhen, type Rule } from './rule';

/** This young person needs the unit to themselves, and others are there whom the solo decision does not let in. */
export const soloNeedsUnit: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights, company }) => {
    const soloNights = nights.filter(({ needsSolo }) => needsSolo);
    if (soloNights.length === 0) return [];
    const isInTheWay = (peerId: string, on: string) =>
      peerId !== youngPersonId && !diary.letsIn(youngPersonId, peerId, on);
    const shared = nightsWhen(soloNights, ({ on, others }) =>
      others.some((other) => isInTheWay(other.youngPersonId, on)),
    );
    const peerIds = company
      .filter((peer) => peer.nights.some((on) => shared.includes(on) && isInTheWay(peer.peerId, on)))
      .map(({ peerId }) => peerId);
    return found(shared, kind, { code: 'solo-needs-unit', youngPersonId, peerIds });
  });
