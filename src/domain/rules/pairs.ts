import type { CalendarDate } from '../calendar-date';
import type { Assessment } from '../diary';
import type { DiaryByNight } from '../diary-by-night';
import type { Finding } from '../findings';
import type { RoomedStay } from './rule';

/** A stay asked for and one young person it would meet, with the one judgement on the two. */
export interface Pair {
  readonly youngPersonId: string;
  readonly peerId: string;
  readonly nights: readonly CalendarDate[];
  readonly assessment: Assessment | undefined;
}

export function eachPair(
  asked: readonly RoomedStay[],
  diary: DiaryByNight,
  find: (pair: Pair) => Finding[],
): Finding[] {
  return asked.flatMap(({ stay: { youngPersonId }, company }) =>
    company.flatMap(({ peerId, nights }) =>
      find({ youngPersonId, peerId, nights, assessment: diary.assessmentOf(youngPersonId, peerId) }),
    ),
  );
}

/** The nights on which a judgement holds: its review day is the last. */
export function nightsItHolds(nights: readonly CalendarDate[], { reviewOn }: Assessment): CalendarDate[] {
  return nights.filter((on) => on <= reviewOn);
}
