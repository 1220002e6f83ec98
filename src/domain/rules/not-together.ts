import { eachPair, nightsItHolds } from './pairs';
import { found, type Rule } from './rule';

/** Two who were judged not to be together would be, on nights on which the judgement holds. */
export const notTogether: Rule = (asked, diary, kind) =>
  eachPair(asked, diary, (youngPersonId, { peerId, nights, assessment }) =>
    assessment?.outcome === 'not-together'
      ? found(nightsItHolds(nights, assessment), kind, { code: 'not-together', youngPersonId, peerId })
      : [],
  );
