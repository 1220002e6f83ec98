import { bandOf, type Band } from './bands';
import { isTaken, type BedNight } from './bed-nights';
import { daysBetween, type CalendarDate } from './calendar-date';
import { ENDED_BY, type EndedBy, type Ledger, type LedgerStay } from './ledger';
import { isLate } from './losses';
import { countNights, includesNight, type Nights } from './nights';

/** Days from the day it was given up to its first night. */
export const NOTICE_BANDS: readonly Band[] = [
  { name: '28 days or more', from: 28, to: Infinity },
  { name: '7 to 27 days', from: 7, to: 27 },
  { name: '1 to 6 days', from: 1, to: 6 },
  { name: 'No notice', from: -Infinity, to: 0 },
];

export type GivenUpBy = EndedBy | 'not-arrived' | 'not-said';
const GIVEN_UP_BY: readonly GivenUpBy[] = [...ENDED_BY, 'not-arrived', 'not-said'];

export interface GivenUp {
  readonly by: GivenUpBy;
  readonly stays: number;
  readonly nights: number;
  /** By the notice given, in the order of `NOTICE_BANDS`; they add up to the stays. */
  readonly byNotice: readonly number[];
  readonly late: number;
  /** Bed-nights of the period that they had a room on. */
  readonly freedNights: number;
  /** Of these, those that somebody else has or had. */
  readonly usedAgain: number;
}

/**
 * Stays whose first night is in the period and that did not take place, by who gave them up: cancelled, displaced by an
 * emergency, or not arrived. Who did not come gave no notice.
 */
export function cancellations(
  ledger: Ledger,
  bedNights: readonly BedNight[],
  period: Nights,
  lateUnderDays: (on: CalendarDate) => number,
): GivenUp[] {
  const taken = new Set(bedNights.filter(isTaken).map(({ roomId, on }) => `${roomId} ${on}`));
  const given = ledger.stays.filter(({ nights }) => includesNight(period, nights.from)).filter(isGivenUp);
  return GIVEN_UP_BY.map((by) => {
    const stays = given.filter((stay) => givenUpBy(stay) === by);
    const freed = bedNights.filter(({ roomId, on }) => stays.some((stay) => hadBed(stay, roomId, on)));
    return {
      by,
      stays: stays.length,
      nights: stays.reduce((sum, { nights }) => sum + countNights(nights), 0),
      byNotice: NOTICE_BANDS.map(
        (band) => stays.filter((stay) => bandOf(noticeOf(stay), NOTICE_BANDS) === band).length,
      ),
      late: stays.filter((stay) => stay.status === 'not-arrived' || isLate(stay, lateUnderDays)).length,
      freedNights: freed.length,
      usedAgain: freed.filter(({ roomId, on }) => taken.has(`${roomId} ${on}`)).length,
    };
  });
}

function isGivenUp({ status }: LedgerStay): boolean {
  return status === 'cancelled' || status === 'displaced' || status === 'not-arrived';
}

function givenUpBy({ status, endedBy }: LedgerStay): GivenUpBy {
  if (status === 'not-arrived') return 'not-arrived';
  return status === 'displaced' ? 'emergency' : (endedBy ?? 'not-said');
}

function noticeOf({ status, endedOn, nights }: LedgerStay): number {
  return status === 'not-arrived' || endedOn === null ? 0 : daysBetween(endedOn, nights.from);
}

function hadBed({ lodgings }: LedgerStay, roomId: string, on: CalendarDate): boolean {
  return lodgings.some((lodging) => lodging.roomId === roomId && includesNight(lodging.nights, on));
}
