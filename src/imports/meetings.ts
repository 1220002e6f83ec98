import type { Nights } from '../domain/nights';
import type { ImportError } from './import-error';
import type { Lodged } from './line';
import { overlapsOf } from './overlaps';
import type { Standing, StandingBed } from './standing';

interface Placed {
  readonly key: string | number;
  readonly nights: Nights;
  /** Of the file; otherwise it stands in the diary already. */
  readonly line?: Lodged;
  /** What stands there, in words. */
  readonly is?: string;
}

/** New stays that meet, in their room or in person, what the diary already holds. */
export function meetings(lodged: readonly Lodged[], standing: Standing): ImportError[] {
  const inRooms = [
    ...lodged.map((line) => ({ key: line.room, nights: line.nights, line })),
    ...standing.beds.flatMap((bed) => inItsRooms(bed, standing)),
  ];
  const people = lodged.flatMap((line) => {
    const known = standing.people.get(line.youngPerson);
    return known ? [{ key: known.id, nights: line.nights, line }] : [];
  });
  const elsewhere = standing.elsewhere.map(({ youngPersonId, nights }) => {
    return { key: youngPersonId, nights, is: 'was in another unit' };
  });
  const here = standing.beds.flatMap(({ youngPersonId, nights }) =>
    youngPersonId ? [{ key: youngPersonId, nights, is: 'has a stay in the diary' }] : [],
  );
  return [
    ...errorsOf(inRooms, 'room', ({ room }) => `Room ${room}`),
    ...errorsOf([...people, ...here, ...elsewhere], 'young_person', () => 'The young person'),
  ];
}

function errorsOf(placed: readonly Placed[], column: string, who: (line: Lodged) => string): ImportError[] {
  return overlapsOf(placed, ({ key }) => key).flatMap(([one, other]) => {
    const { line } = one.line ? one : other;
    const stands = one.line ? other : one;
    if (!line || stands.is === undefined) return [];
    const { from, to } = stands.nights;
    const message = `${who(line)} ${stands.is} from ${from} to ${to}: check the dates and the ${column}.`;
    return [{ line: line.line, column, message }];
  });
}

/** A closure of the unit, or a stay that had it to itself, is in the way in every room. */
function inItsRooms(bed: StandingBed, { rooms }: Standing): Placed[] {
  const { room, nights } = bed;
  if (room !== null && !bed.wholeUnit)
    return [
      { key: room, nights, is: bed.closure ? `was closed (${bed.closure})` : 'has a stay in the diary' },
    ];
  const is = bed.closure ? `was closed with the unit (${bed.closure})` : 'had to be empty for a solo stay';
  return rooms.map(({ number }) => ({
    key: number,
    nights,
    is: number === room ? 'has a stay in the diary' : is,
  }));
}
