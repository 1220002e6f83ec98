import type { DisplacementPolicy } from './diary';
import type { RingFence } from './ring-fence';
import { sayCount } from './say-numbers';

/** The ring-fence as people say it, a sentence part each: what is kept, and what an emergency may do. */
export function sayRingFence({ keptForPlanned, keptForEmergency, displacement }: RingFence): string[] {
  return [
    ...(keptForPlanned > 0 ? [`${sayBeds(keptForPlanned)} kept for planned breaks`] : []),
    ...(keptForEmergency > 0 ? [`${sayBeds(keptForEmergency)} kept for emergencies`] : []),
    ...(keptForPlanned + keptForEmergency === 0 ? ['0 beds kept'] : []),
    MAY_DISPLACE[displacement],
  ];
}

/** On one line: `2 beds kept for planned breaks; EDT may displace with a manager’s authority`. */
export function sayRingFenceLine(fence: RingFence): string {
  return sayRingFence(fence).join('; ');
}

const MAY_DISPLACE: Readonly<Record<DisplacementPolicy, string>> = {
  never: 'EDT may not displace',
  'with-authority': 'EDT may displace with a manager’s authority',
  freely: 'EDT may displace freely',
};

function sayBeds(count: number): string {
  return count === 1 ? '1 bed' : `${sayCount(count)} beds`;
}
