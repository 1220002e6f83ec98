import { found, nightsWhen, type Rule } from './rule';

/** The family's CAS plan is dormant or closed: nothing planned happens under it. */
export const casPlanNotOpen: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const standing = diary.casPlanOf(youngPersonId);
    if (standing === undefined || standing === 'open') return [];
    return found(
      nightsWhen(nights, () => true),
      kind,
      { code: 'cas-plan-not-open', youngPersonId, standing },
    );
  });
