import { eachPair } from './pairs';
import { found, type Rule } from './rule';

/** Nobody has judged the two, or the judgement, whatever it said, is past its review on some of the nights. */
export const notAssessed: Rule = (asked, diary, kind) =>
  eachPair(asked, diary, ({ youngPersonId, peerId, nights, assessment }) => {
    const about = { code: 'not-assessed', youngPersonId, peerId } as const;
    if (!assessment) return found(nights, kind, { ...about, reviewedOn: null });
    const { reviewOn, outcome } = assessment;
    const past = nights.filter((on) => on > reviewOn);
    return found(past, kind, { ...about, reviewedOn: reviewOn, lapsed: outcome });
  });
