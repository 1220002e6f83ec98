import type { Finding } from '../findings';
import { found, type Rule } from './rule';

/**
 * Over 75† nights in any 12 months, with those elsewhere (SI 2010/959, regulation 48); from 60† on whoever books is
 * told, which nobody need authorise.
 */
export const series75: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, changesStayId }, nights, slept }): Finding[] => {
    const [first] = nights;
    if (!first) return [];
    const { yearNights: most, yearNightsToldFrom: toldFrom } = first.page.settings;
    const year = diary.yearOf(youngPersonId, changesStayId);
    const sleptNights = slept.map((lodging) => lodging.nights);
    const dates = nights.map(({ on }) => on);
    const over = year.fullest(dates, most + 1, sleptNights);
    const { count, nights: those } =
      over.nights.length > 0 ? over : year.fullest(dates, toldFrom, sleptNights);
    const [finding] = found(those, kind, { code: 'series-75', youngPersonId, count, most });
    if (!finding) return [];
    return over.nights.length > 0 ? [finding] : [{ ...finding, level: 'inform' }];
  });
