import type { BedNight } from './bed-nights';
import type { ClosureKind } from './diary';
import type { EndedBy } from './ledger';
import type { Loss } from './losses';

/** How many bed-nights of each class, and of each sort within it. */
export interface Tally {
  readonly physicalNights: number;
  readonly classes: Readonly<Record<CountedClass, number>>;
  readonly occupiedPlanned: number;
  readonly occupiedEmergency: number;
  readonly occupiedSibling: number;
  readonly closedByKind: Readonly<Record<ClosureKind, number>>;
  readonly voidByLoss: Readonly<Record<CamelCase<Loss>, number>>;
  readonly cancelledLateBy: Readonly<Record<CamelCase<EndedBy> | 'notSaid', number>>;
}

type CountedClass = CamelCase<BedNight['class']>;

type CamelCase<Word extends string> = Word extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Word;

/** The classes add up to the bed-nights given, whatever they are (domain.md §5). */
export function tally(bedNights: readonly BedNight[]): Tally {
  const classes = { occupied: 0, booked: 0, held: 0, soloBlocked: 0, closed: 0, void: 0 };
  const occupied = { planned: 0, emergency: 0, sibling: 0 };
  const closedByKind = { planned: 0, repair: 0, staffing: 0 };
  const voidByLoss = {
    arrivalNotRecorded: 0,
    notArrived: 0,
    displaced: 0,
    cancelledLate: 0,
    neverAskedFor: 0,
  };
  const cancelledLateBy = { youngPerson: 0, family: 0, cas: 0, unit: 0, emergency: 0, notSaid: 0 };
  for (const bed of bedNights) {
    classes[camelCase(bed.class)] += 1;
    if (bed.class === 'occupied') occupied[bed.kind] += 1;
    if (bed.class === 'occupied' && bed.sibling) occupied.sibling += 1;
    if (bed.class === 'closed') closedByKind[bed.closureKind] += 1;
    if (bed.class !== 'void') continue;
    voidByLoss[camelCase(bed.lost)] += 1;
    if (bed.lost === 'cancelled-late') cancelledLateBy[bed.lostBy ? camelCase(bed.lostBy) : 'notSaid'] += 1;
  }
  return {
    physicalNights: bedNights.length,
    classes,
    occupiedPlanned: occupied.planned,
    occupiedEmergency: occupied.emergency,
    occupiedSibling: occupied.sibling,
    closedByKind,
    voidByLoss,
    cancelledLateBy,
  };
}

/** There are a dozen words, and every bed-night asks for some of them. */
const inCamelCase = new Map<string, string>();

function camelCase<Word extends string>(word: Word): CamelCase<Word> {
  const known = inCamelCase.get(word) ?? word.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  inCamelCase.set(word, known);
  return known as CamelCase<Word>;
}
