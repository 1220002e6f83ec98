import type { Cost } from '../domain/cost';
import { formatPounds } from '../domain/money';
import { NIGHT_WORDS } from '../domain/night-sort-words';
import type { Occupancy } from '../domain/occupancy';
import { sayCount } from '../domain/say-numbers';

export interface LostRow {
  readonly name: string;
  readonly nights: string;
  readonly cost: string | undefined;
  /** One of the sorts the row above is made of. */
  readonly isPart: boolean;
}

/** What became of the beds nobody slept in, and what they carried of the cost. */
export function lostNights({ classes, closedByKind, voidByLoss }: Occupancy, cost: Cost): LostRow[] {
  const { lost, awaitedCostPence } = cost;
  const rows = [
    whole('Empty', classes.void, lost.void),
    part(NIGHT_WORDS['never-asked-for'], voidByLoss.neverAskedFor),
    part(NIGHT_WORDS['cancelled-late'], voidByLoss.cancelledLate),
    part(NIGHT_WORDS['not-arrived'], voidByLoss.notArrived),
    part(NIGHT_WORDS['arrival-not-recorded'], voidByLoss.arrivalNotRecorded),
    part(NIGHT_WORDS.displaced, voidByLoss.displaced),
    whole('Closed', classes.closed, lost.closed),
    part('As planned', closedByKind.planned),
    part('For repair', closedByKind.repair),
    part('For staffing', closedByKind.staffing),
    whole(NIGHT_WORDS['solo-blocked'], classes.soloBlocked, lost.soloBlocked),
    whole('Booked or held, and still to come', classes.booked + classes.held, awaitedCostPence),
  ];
  return rows
    .filter(({ count, isPart }) => !isPart || count > 0)
    .map(({ count, ...row }) => ({ ...row, nights: sayCount(count) }));
}

function whole(name: string, count: number, pence: number) {
  return { name, count, cost: formatPounds(pence), isPart: false };
}

function part(name: string, count: number) {
  return { name, count, cost: undefined, isPart: true };
}
