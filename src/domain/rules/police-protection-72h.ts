import { policeProtectionEndsAt } from '../emergency-deadlines';
import { found, nightsWhen, type Rule } from './rule';

/** Police protection is short: whoever takes the young person in is told to the minute when it ends. */
export const policeProtection72h: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, policeProtectionFrom }, nights }) => {
    if (kind === 'planned' || policeProtectionFrom === undefined) return [];
    const endsAt = policeProtectionEndsAt(new Date(policeProtectionFrom)).toISOString();
    return found(
      nightsWhen(nights, () => true),
      kind,
      { code: 'police-protection-72h', youngPersonId, endsAt },
    );
  });
