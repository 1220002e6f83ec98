import { daysBetween } from '../calendar-date';
import { countNights } from '../nights';
import { found, nightsWhen, type Rule } from './rule';

/**
 * More than 17† nights in one stay: then it is a placement, with another regime of review and care planning
 * (SI 2010/959, regulation 48).
 */
export const series17: Rule = (asked, _diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, nights: span }, nights }) => {
    const most = nights[0]?.page.settings.seriesNights ?? Infinity;
    const beyond = nightsWhen(nights, ({ on }) => daysBetween(span.from, on) >= most);
    return found(beyond, kind, { code: 'series-17', youngPersonId, count: countNights(span), most });
  });
