import type { AskedStay } from './asked-stay';
import type { CalendarDate } from './calendar-date';
import type { Assessment } from './diary';
import type { DiaryByNight } from './diary-by-night';

/** One other young person, the nights this stay would meet them on, and the one judgement on the two. */
export interface Company {
  readonly peerId: string;
  readonly nights: readonly CalendarDate[];
  readonly assessment: Assessment | undefined;
}

/** Everybody a stay would meet, in order of their ids. */
export function companyOf({ stay, nights }: AskedStay, diary: DiaryByNight): Company[] {
  const met = new Map<string, CalendarDate[]>();
  for (const { on, peerIds } of nights) {
    for (const peerId of peerIds) {
      const dates = met.get(peerId);
      if (dates) dates.push(on);
      else met.set(peerId, [on]);
    }
  }
  return [...met]
    .map(([peerId, dates]) => ({
      peerId,
      nights: dates,
      assessment: diary.assessmentOf(stay.youngPersonId, peerId),
    }))
    .sort((a, b) => (a.peerId < b.peerId ? -1 : 1));
}
