import { eachPair, nightsItHolds } from './pairs';
import { found, type Rule } from './rule';

/** Two who may be together only with controls: whoever books must confirm that they read them. */
export const controls: Rule = (asked, diary, kind) =>
  eachPair(asked, diary, (youngPersonId, { peerId, nights, assessment }) =>
    assessment?.outcome === 'with-controls'
      ? found(nightsItHolds(nights, assessment), kind, {
          code: 'controls',
          youngPersonId,
          peerId,
          controls: assessment.controls ?? '',
        })
      : [],
  );
