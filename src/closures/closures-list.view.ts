import type { CalendarDate } from '../domain/calendar-date';
import { CLOSURE_WORDS } from '../domain/closure-words';
import { roomName } from '../domain/room-name';
import { sayStay } from '../domain/say-dates';
import type { Room } from '../units/room.entity';
import type { Unit } from '../units/unit.entity';
import type { ClosureRecord } from './closure.entity';

export interface ClosedUnit {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly rooms: readonly Room[];
  readonly tonight: CalendarDate;
}

export interface ClosureLine {
  readonly what: string;
  readonly nights: string;
  readonly kind: string;
  readonly reason: string;
  readonly by: string;
  readonly ended: string | undefined;
  /** Where to end it early; only while there is something to end. */
  readonly ending: string | undefined;
}

export function closuresListView(
  { unit, units, rooms, tonight }: ClosedUnit,
  closures: readonly ClosureRecord[],
  mayChange: boolean,
  notice: string | undefined,
) {
  const isOver = ({ toOn }: ClosureRecord) => toOn <= tonight;
  const line = (closure: ClosureRecord) => closureLine(closure, rooms, tonight, mayChange);
  return {
    title: 'Closures',
    unit,
    units,
    notice,
    back: { text: 'Back to the board', href: `/board?unit=${unit.id}` },
    closeHref: mayChange ? `/closures/new?unit=${unit.id}` : undefined,
    ahead: closures.filter((closure) => !isOver(closure)).map(line),
    past: closures.filter(isOver).reverse().map(line),
  };
}

export function closureLine(
  closure: ClosureRecord,
  rooms: readonly Room[],
  tonight: CalendarDate,
  mayChange: boolean,
): ClosureLine {
  const { id, fromOn, toOn, kind, reason, recordedByName, endedByName, endedReason } = closure;
  const canEnd = mayChange && !closure.endedAt && toOn > tonight;
  return {
    what: whatIsClosed(closure, rooms),
    nights: toOn > fromOn ? sayStay({ from: fromOn, to: toOn }, tonight) : 'Ended before it began',
    kind: CLOSURE_WORDS[kind],
    reason,
    by: recordedByName,
    ended: endedByName ? `Ended early by ${endedByName}: ${endedReason ?? ''}` : undefined,
    ending: canEnd ? `/closures/${id}/ending` : undefined,
  };
}

function whatIsClosed({ roomId }: ClosureRecord, rooms: readonly Room[]): string {
  const room = rooms.find(({ id }) => id === roomId);
  return room ? roomName(room) : 'The whole unit';
}
