import { bandOf, median, type Band } from './bands';
import { daysBetween } from './calendar-date';
import type { StayKind, StayStatus } from './diary';
import type { LedgerStay } from './ledger';
import { toHundredths } from './money';
import { includesNight, type Nights } from './nights';
import { Ratio } from './ratio';
import type { StayOnRecord } from './use-records';

/** Days from the day a stay was asked for to its first night. */
const LEAD_BANDS: readonly Band[] = [
  { name: 'The same day', from: 0, to: 0 },
  { name: '1 to 6 days', from: 1, to: 6 },
  { name: '7 to 13 days', from: 7, to: 13 },
  { name: '14 to 27 days', from: 14, to: 27 },
  { name: '28 to 55 days', from: 28, to: 55 },
  { name: '56 days or more', from: 56, to: Infinity },
];

const KEPT: readonly StayStatus[] = ['confirmed', 'in-residence', 'completed'];

export interface LeadTimes {
  readonly bands: readonly { readonly name: string; readonly planned: number; readonly emergency: number }[];
  readonly planned: LeadTime;
  readonly emergency: LeadTime;
}

interface LeadTime {
  readonly stays: number;
  /** Of all of them together. */
  readonly days: number;
  /** Days ÷ stays, to 2 decimal places; `null` of none. */
  readonly meanDays: number | null;
  readonly medianDays: number | null;
}

/**
 * Of stays whose first night is in the period and that took place or are to. Whoever came after midnight came the night
 * before they were asked for: the same day.
 */
export function leadTimes(
  ledgerStays: readonly LedgerStay[],
  records: readonly StayOnRecord[],
  period: Nights,
): LeadTimes {
  const requestedOn = new Map(records.map(({ id, requestedOn: on }) => [id, on]));
  const counted = ledgerStays
    .filter(({ status, nights }) => KEPT.includes(status) && includesNight(period, nights.from))
    .map(({ id, kind, nights: { from } }) => ({
      kind,
      days: Math.max(0, daysBetween(requestedOn.get(id) ?? from, from)),
    }));
  const of = (kind: StayKind) => counted.filter((stay) => stay.kind === kind).map(({ days }) => days);
  const [planned, emergency] = [of('planned'), of('emergency')];
  const inBand = (all: readonly number[], band: Band) =>
    all.filter((days) => bandOf(days, LEAD_BANDS) === band).length;
  return {
    bands: LEAD_BANDS.map((band) => ({
      name: band.name,
      planned: inBand(planned, band),
      emergency: inBand(emergency, band),
    })),
    planned: leadTime(planned),
    emergency: leadTime(emergency),
  };
}

function leadTime(all: readonly number[]): LeadTime {
  const days = all.reduce((sum, each) => sum + each, 0);
  const mean = Ratio.of(days).over(Ratio.of(all.length));
  return { stays: all.length, days, meanDays: mean && toHundredths(mean), medianDays: median(all) };
}
