import { listNights } from '../nights';
import { found, type Rule } from './rule';

/**
 * Over 75† nights in any 12 months, with those elsewhere (SI 2010/959, regulation 48); from 60† on whoever books is
 * told, which nobody need authorise.
 */
export const series75: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId, changesStayId }, nights, slept }) => {
    const [first] = nights;
    if (!first) return [];
    const { yearNights: most, yearNightsToldFrom } = first.page.settings;
    const over = slept.flatMap((lodging) => listNights(lodging.nights));
    const counts = diary
      .yearOf(youngPersonId, changesStayId)
      .fullestWith([...over, ...nights.map(({ on }) => on)], Math.min(most + 1, yearNightsToldFrom))
      .slice(over.length);
    const count = Math.max(...counts);
    const isOver = count > most;
    const from = isOver ? most + 1 : yearNightsToldFrom;
    const full = nights.filter((_, index) => (counts[index] ?? 0) >= from).map(({ on }) => on);
    const facts = { code: 'series-75', youngPersonId, count, most } as const;
    return isOver ? found(full, kind, facts) : found(full, kind, facts, 'inform');
  });
