import { found, type Rule } from './rule';

/** This young person needs the unit to themselves, and others are there whom the solo decision does not let in. */
export const soloNeedsUnit: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights, company }) => {
    const soloNights = nights.filter(({ needsSolo }) => needsSolo).map(({ on }) => on);
    const inTheWay = company
      .map(({ peerId, nights: met }) => ({
        peerId,
        on: met.filter((on) => soloNights.includes(on) && !diary.letsIn(youngPersonId, peerId, on)),
      }))
      .filter(({ on }) => on.length > 0);
    const shared = soloNights.filter((night) => inTheWay.some(({ on }) => on.includes(night)));
    const peerIds = inTheWay.map(({ peerId }) => peerId);
    return found(shared, kind, { code: 'solo-needs-unit', youngPersonId, peerIds });
  });
