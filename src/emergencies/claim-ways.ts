import { createHash } from 'node:crypto';
import type { EmergencyWay } from '../domain/emergency-way';

/** A way as a page offers it: named by what it does, so that no page carries the id of anybody's stay. */
export interface OfferedWay extends EmergencyWay {
  readonly name: string;
}

/** The least harm first; two that ask the same of the same stays are one choice, the gentler of them. */
export function offeredWays(ways: readonly EmergencyWay[]): OfferedWay[] {
  const named = ways.map((way) => ({ ...way, name: nameOf(way) }));
  return named
    .filter(({ name }, index) => named.findIndex((other) => other.name === name) === index)
    .slice(0, MOST_OFFERED);
}

/** Those by which nobody loses a bed or their dates need not be chosen. */
export function isHarmless({ displaced, redated }: EmergencyWay): boolean {
  return displaced.length + redated.length === 0;
}

const MOST_OFFERED = 3;

function nameOf({ displaced, redated }: EmergencyWay): string {
  const does = [
    ...displaced.map(({ id }) => id),
    ...redated.map(({ stayId, nights }) => `${stayId} ${nights.from}`),
  ];
  return createHash('sha256').update(does.sort().join()).digest('hex').slice(0, 16);
}
