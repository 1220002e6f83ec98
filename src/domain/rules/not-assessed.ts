import { eachPair } from './pairs';
import { found, type Rule } from './rule';

/** Nobody has judged the two, or the judgement, whatever it said, is past its review on some of the nights. */
export const notAssessed: Rule = (asked, diary, kind) =>
  eachPair(asked, diary, (youngPersonId, { peerId, nights, assessment }) => {
    if (!assessment)
      return found(nights, kind, { code: 'not-assessed', youngPersonId, peerId, reviewedOn: null });
    const { reviewOn: reviewedOn, outcome: lapsed } = assessment;
    const past = nights.filter((on) => on > reviewedOn);
    if (past.length === 0) return [];
    return found(past, kind, { code: 'not-assessed', youngPersonId, peerId, reviewedOn, lapsed });
  });
