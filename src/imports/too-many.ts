import type { CalendarDate } from '../domain/calendar-date';
import type { ImportError } from './import-error';
import type { Lodged } from './line';
import type { Standing } from './standing';

interface Turn {
  readonly on: CalendarDate;
  readonly change: 1 | -1 | 0;
  readonly line?: Lodged;
}

/** The last to arrive, wherever more young people would be there than the unit was registered for. */
export function tooMany(lodged: readonly Lodged[], { beds, places, rooms }: Standing): ImportError[] {
  if (places.every((setting) => setting.places >= rooms.length)) return [];
  const turns = [
    ...places.map(({ from }): Turn => ({ on: from, change: 0 })),
    ...beds.filter(({ youngPersonId }) => youngPersonId !== null).flatMap(({ nights }) => turnsOf(nights)),
    ...lodged.flatMap((line) => turnsOf(line.nights, line)),
  ].sort((a, b) => (a.on === b.on ? a.change - b.change : a.on < b.on ? -1 : 1));
  const errors = new Map<number, ImportError>();
  const here = new Set<Lodged>();
  let count = 0;
  turns.forEach(({ on, change, line }, index) => {
    count += change;
    if (line && change > 0) here.add(line);
    else if (line) here.delete(line);
    if (turns[index + 1]?.on === on) return;
    const most = placesOn(on, places);
    const last = [...here].at(-1)?.line;
    if (count > most && last !== undefined) errors.set(last, tooManyOn(on, last, most));
  });
  return [...errors.values()];
}

function turnsOf({ from, to }: Lodged['nights'], line?: Lodged): Turn[] {
  const whose = line ? { line } : {};
  return [
    { on: from, change: 1, ...whose },
    { on: to, change: -1, ...whose },
  ];
}

/** The first setting holds for the time before it too. */
function placesOn(on: CalendarDate, places: Standing['places']): number {
  return (places.findLast(({ from }) => from <= on) ?? places[0])?.places ?? 0;
}

function tooManyOn(on: CalendarDate, line: number, most: number): ImportError {
  const message = `On the night of ${on} more young people would be there than the ${most} registered places: check the dates of the stays on that night.`;
  return { line, column: 'arrives_on', message };
}
