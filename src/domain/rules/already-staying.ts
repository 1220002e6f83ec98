import { found, nightsWhen, type Rule } from './rule';

/** Nobody is in two places on one night: not in this unit, not in another, not twice in what is asked. */
export const alreadyStaying: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const doubled = nightsWhen(
      nights,
      ({ on, isDoubled }) => isDoubled || diary.isElsewhere(youngPersonId, on),
    );
    return found(doubled, kind, { code: 'already-staying', youngPersonId });
  });
