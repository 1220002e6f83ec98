import type { BedNight } from './bed-nights';
import type { ClosureKind } from './diary';
import type { Loss } from './losses';

/** What became of one bed-night, as finely as it is told: every bed-night is of exactly one sort. */
export type NightSort =
  | 'occupied-planned'
  | 'occupied-emergency'
  | 'booked'
  | 'held'
  | 'solo-blocked'
  | `closed-${ClosureKind}`
  | Loss;

/** In the order in which they are taken off all there were. */
export const NIGHT_SORTS: readonly NightSort[] = [
  'closed-planned',
  'closed-repair',
  'closed-staffing',
  'solo-blocked',
  'never-asked-for',
  'cancelled-late',
  'not-arrived',
  'arrival-not-recorded',
  'displaced',
  'held',
  'booked',
  'occupied-planned',
  'occupied-emergency',
];

/** Sorts together, as people ask for them. */
const GROUPS = {
  all: () => true,
  usable: (sort: NightSort) => !sort.startsWith('closed-') && sort !== 'solo-blocked',
  occupied: (sort: NightSort) => sort.startsWith('occupied-'),
} as const;

type NightGroup = keyof typeof GROUPS;
export type NightFilter = NightSort | NightGroup;

export const NIGHT_FILTERS: readonly NightFilter[] = ['all', 'usable', 'occupied', ...NIGHT_SORTS];

export function sortOf(bed: BedNight): NightSort {
  if (bed.class === 'occupied') return `occupied-${bed.kind}`;
  if (bed.class === 'closed') return `closed-${bed.closureKind}`;
  return bed.class === 'void' ? bed.lost : bed.class;
}

export function sortsOf(filter: NightFilter): readonly NightSort[] {
  const isOne = isGroup(filter) ? GROUPS[filter] : (sort: NightSort) => sort === filter;
  return NIGHT_SORTS.filter(isOne);
}

/** The bed-nights a filter stands for, in the order given. */
export function nightsOf(filter: NightFilter, bedNights: readonly BedNight[]): BedNight[] {
  const sorts = new Set(sortsOf(filter));
  return bedNights.filter((bed) => sorts.has(sortOf(bed)));
}

function isGroup(filter: NightFilter): filter is NightGroup {
  return Object.hasOwn(GROUPS, filter);
}
