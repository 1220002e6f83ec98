import type { CalendarDate } from './calendar-date';
import type { UnitSettings } from './diary';

/** How many beds are kept for whom, and whether an emergency may go beyond that: one policy, decided as a whole. */
export type RingFence = Pick<UnitSettings, 'keptForPlanned' | 'keptForEmergency' | 'displacement'>;

/** The ring-fence as recorded from a date on. */
export interface FenceRecord extends RingFence {
  readonly fromOn: CalendarDate;
  /** What one change wrote has one instant. */
  readonly recordedAt: Date;
}

export type FenceState = 'in-force' | 'to-come' | 'over' | 'superseded';

/** One decision on the ring-fence, and what has become of it. */
export interface FenceChange<R extends FenceRecord> {
  readonly record: R;
  /** The first night the former ring-fence holds again, where it was set for a time only. */
  readonly until: CalendarDate | null;
  readonly state: FenceState;
}

interface Stretch<R> {
  readonly record: R;
  /** The record that decided on the ring-fence these nights have. */
  readonly decidedBy: R;
}

export function isSameRingFence(one: RingFence, other: RingFence): boolean {
  return (
    one.keptForPlanned === other.keptForPlanned &&
    one.keptForEmergency === other.keptForEmergency &&
    one.displacement === other.displacement
  );
}

/**
 * Every decision ever taken, the last recorded first; a record that only carried the ring-fence along is none.
 * @param records in the order they were made, those of one change by date.
 */
export function ringFenceChanges<R extends FenceRecord>(
  records: readonly R[],
  tonight: CalendarDate,
): FenceChange<R>[] {
  let line: readonly Stretch<R>[] = [];
  const decisions: { record: R; until: CalendarDate | null }[] = [];
  for (const written of oneChangeEach(records)) {
    const before = line;
    const heldBefore = ({ fromOn }: R) => on(before, fromOn);
    const isNew = (record: R) => {
      const held = heldBefore(record);
      return held === undefined || !isSameRingFence(held.record, record);
    };
    const first = written.find(isNew);
    if (first) decisions.push({ record: first, until: endOf(first, written) });
    line = withStretches(
      before,
      written.map((record) => ({
        record,
        decidedBy: (isNew(record) ? first : heldBefore(record)?.decidedBy) ?? record,
      })),
    );
  }
  return decisions
    .map((decision) => ({ ...decision, state: stateOf(decision.record, line, tonight) }))
    .reverse();
}

/**
 * The nights after tonight from which another ring-fence holds than the night before.
 * @param inForce oldest first, one a date.
 */
export function ringFenceAhead<R extends FenceRecord>(inForce: readonly R[], tonight: CalendarDate): R[] {
  return inForce.filter((record, index) => {
    const before = inForce[index - 1];
    return record.fromOn > tonight && before !== undefined && !isSameRingFence(before, record);
  });
}

function oneChangeEach<R extends FenceRecord>(records: readonly R[]): R[][] {
  const changes: R[][] = [];
  for (const record of records) {
    const current = changes.at(-1);
    const last = current?.at(-1);
    const goesOn = last?.recordedAt.getTime() === record.recordedAt.getTime() && last.fromOn < record.fromOn;
    if (current && goesOn) current.push(record);
    else changes.push([record]);
  }
  return changes;
}

function endOf<R extends FenceRecord>(first: R, written: readonly R[]): CalendarDate | null {
  const back = written.find((record) => record.fromOn > first.fromOn && !isSameRingFence(record, first));
  return back?.fromOn ?? null;
}

function on<R extends FenceRecord>(line: readonly Stretch<R>[], date: CalendarDate): Stretch<R> | undefined {
  return line.findLast(({ record }) => record.fromOn <= date) ?? line[0];
}

function withStretches<R extends FenceRecord>(
  line: readonly Stretch<R>[],
  added: readonly Stretch<R>[],
): Stretch<R>[] {
  const byDate = new Map([...line, ...added].map((stretch) => [stretch.record.fromOn, stretch]));
  return [...byDate.values()].sort((one, other) => (one.record.fromOn < other.record.fromOn ? -1 : 1));
}

function stateOf<R extends FenceRecord>(
  decision: R,
  line: readonly Stretch<R>[],
  tonight: CalendarDate,
): FenceState {
  if (on(line, tonight)?.decidedBy === decision) return 'in-force';
  const held = line.filter(({ decidedBy }) => decidedBy === decision);
  if (held.length === 0) return 'superseded';
  return held.some(({ record }) => record.fromOn > tonight) ? 'to-come' : 'over';
}
