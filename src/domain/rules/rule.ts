import type { AskedStay } from '../asked-stay';
import type { CalendarDate } from '../calendar-date';
import type { Lodging, StayKind } from '../diary';
import type { DiaryByNight } from '../diary-by-night';
import type { Finding, Level } from '../findings';
import { LEVELS } from './levels';

/**
 * One reason why stays might not be placed: all it finds about all of them, on all their nights.
 * A rule never throws, changes anything, asks a clock or stops at the first finding.
 */
export type Rule = (asked: readonly RoomedStay[], diary: DiaryByNight, kind: StayKind) => Finding[];

/** A stay asked for, with the rooms it would have; none when not everybody can have one. */
interface RoomedStay extends AskedStay {
  readonly lodgings: readonly Lodging[];
}

type Facts<F = Finding> = F extends Finding ? Omit<F, 'level' | 'nights' | 'emergency'> : never;

/**
 * The finding on these nights; none when there are no nights. The facts become the finding: searching a year of dates
 * finds thousands, and copying each would cost a third of the time.
 */
export function found(
  nights: readonly CalendarDate[],
  kind: StayKind,
  facts: Facts,
  level: Level = LEVELS[facts.code][kind],
): Finding[] {
  if (nights.length === 0) return [];
  const about = kind === 'emergency' ? { level, nights, emergency: true as const } : { level, nights };
  return [Object.assign(facts, about)];
}

/** The nights of a stay that something holds on. */
export function nightsWhen<N extends { readonly on: CalendarDate }>(
  nights: readonly N[],
  holds: (night: N) => boolean,
): CalendarDate[] {
  const held: CalendarDate[] = [];
  for (const night of nights) if (holds(night)) held.push(night.on);
  return held;
}
