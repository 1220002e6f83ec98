import { classifyBedNights, type BedNight } from '../domain/bed-nights';
import { addDays } from '../domain/calendar-date';
import { cost, type Cost } from '../domain/cost';
import { formatPounds } from '../domain/money';
import type { Nights } from '../domain/nights';
import { occupancy } from '../domain/occupancy';
import { sayDays } from '../domain/say-dates';
import { sayCount, sayNightCount, sayShare } from '../domain/say-numbers';
import { lateUnderDays, type UnitLedger } from '../domain/unit-ledger';

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly how: string;
}

/** The contract year up to last night: how full the unit was, and, for those who may know, what that cost. */
export interface YearFigures {
  readonly occupancy: Figure;
  readonly cost: readonly Figure[];
}

/** How full the unit is: on the nights shown, and in the contract year up to last night. */
export function boardHead(
  ledger: UnitLedger,
  shown: readonly BedNight[],
  period: Nights & { readonly length: number },
  year: YearFigures | undefined,
  mayReadCost: boolean,
): Figure[] {
  const ofShown = figure(ledger, shown, period, `These ${period.length} nights`);
  if (!year) return [ofShown];
  return [ofShown, year.occupancy, ...(mayReadCost ? year.cost : [])];
}

/** @param ledger of the year so far. */
export function yearFigures(ledger: UnitLedger, yearSoFar: Nights): YearFigures {
  const ofYear = classifyBedNights(ledger, yearSoFar, lateUnderDays(ledger));
  const days = sayDays(yearSoFar.from, addDays(yearSoFar.to, -1), ledger.today);
  return {
    occupancy: figure(ledger, ofYear, yearSoFar, `Contract year so far, ${days}`),
    cost: costFigure(cost(ofYear, ledger.contracts, yearSoFar)),
  };
}

/** The year so far as money: what each night used has cost. */
function costFigure({ costPerNightPence, costPence, occupiedNights }: Cost): Figure[] {
  if (costPerNightPence === null) return [];
  const how = `${formatPounds(costPence)} ÷ ${sayNightCount(occupiedNights)} occupied`;
  return [{ label: 'What a night used cost, year so far', value: formatPounds(costPerNightPence), how }];
}

function figure(ledger: UnitLedger, beds: readonly BedNight[], period: Nights, label: string): Figure {
  const { total } = occupancy(beds, ledger.contracts, period);
  const { occupied, booked, held } = total.classes;
  const ahead = [
    booked ? `${sayCount(booked)} more booked` : '',
    held ? `${sayCount(held)} held` : '',
  ].filter(Boolean);
  const sum =
    total.occupancy === null
      ? `${sayNightCount(occupied)} occupied; no contract covers them`
      : `${sayNightCount(occupied)} occupied ÷ ${sayCount(total.commissionedNights)} commissioned`;
  const value = total.occupancy === null ? sayNightCount(occupied) : `${sayShare(total.occupancy)} occupied`;
  return { label, value, how: [sum, ...ahead].join('; ') };
}
