import { ANY_PAIR, pairsIn } from './assessments-worth';
import { laterOf, type CalendarDate } from './calendar-date';
import { findingsAgainst } from './conflicts';
import type { Diary } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Nights } from './nights';
import { notAssessed } from './rules/not-assessed';
import { notTogether } from './rules/not-together';

/**
 * Nights, from today on, on which two are booked at the same time although nothing in force lets them; by pair. Each
 * night is counted once, from whichever side it is seen.
 */
export function nightsAtOdds(diary: Diary, window: Nights): ReadonlyMap<string, number> {
  const byNight = new DiaryByNight(diary);
  const ahead = { from: laterOf(window.from, diary.today), to: window.to };
  const nights = new Map<string, Set<CalendarDate>>();
  for (const stay of diary.stays)
    for (const finding of findingsAgainst(stay, ahead, byNight, [notTogether, notAssessed]))
      for (const pair of pairsIn([finding], ANY_PAIR))
        nights.set(pair.join(), new Set([...(nights.get(pair.join()) ?? []), ...finding.nights]));
  return new Map([...nights].map(([pair, on]) => [pair, on.size]));
}
