import type { AskedNight } from '../asked-night';
import { found, nightsWhen, type Rule } from './rule';

/** This young person needs the unit to themselves, and others are there whom the solo decision does not let in. */
export const soloNeedsUnit: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const soloNights = nights.filter(({ needsSolo }) => needsSolo);
    if (soloNights.length === 0) return [];
    const inTheWay = ({ on, peerIds }: AskedNight) =>
      peerIds.filter((peerId) => !diary.letsIn(youngPersonId, peerId, on));
    const shared = nightsWhen(soloNights, (night) => inTheWay(night).length > 0);
    const peerIds = [...new Set(soloNights.flatMap(inTheWay))].sort();
    return found(shared, kind, { code: 'solo-needs-unit', youngPersonId, peerIds });
  });
