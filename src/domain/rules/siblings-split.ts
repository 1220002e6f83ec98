import type { CalendarDate } from '../calendar-date';
import type { ProposedStay } from '../diary';
import { includesNight, listNights } from '../nights';
import type { Sibling } from '../siblings';
import { found, type Rule } from './rule';

/** Siblings asked for together stay together: the nights on which some of them would be there without the others. */
export const siblingsSplit: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay }) => {
    const apart = (stay.siblings ?? []).map((sibling) => ({ sibling, nights: nightsApart(stay, sibling) }));
    const split = apart.filter(({ nights }) => nights.length > 0);
    return found([...new Set(split.flatMap(({ nights }) => nights))].sort(), kind, {
      code: 'siblings-split',
      youngPersonId: stay.youngPersonId,
      siblingIds: split.map(({ sibling }) => sibling.youngPersonId).sort(),
    });
  });

/** Those of one of the two alone. */
function nightsApart({ nights: own }: ProposedStay, { nights: theirs }: Sibling): CalendarDate[] {
  if (!theirs) return listNights(own);
  return [
    ...listNights(own).filter((on) => !includesNight(theirs, on)),
    ...listNights(theirs).filter((on) => !includesNight(own, on)),
  ];
}
