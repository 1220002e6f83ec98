import type { BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import type { StayOnRecord } from './use-records';

export interface Used {
  readonly youngPeople: number;
  readonly stays: number;
  readonly nights: number;
  readonly emergencyNights: number;
}

interface Counting {
  readonly people: Set<string>;
  readonly stays: Set<string>;
  nights: number;
  emergencyNights: number;
}

/**
 * Who used the bed-nights occupied, by group, in the order of the groups. A night is of the group that holds on it; a
 * stay, and a young person, of that of their first night among these: so all three add up, and nobody counts twice.
 */
export function usedBy<Group>(
  bedNights: readonly BedNight[],
  stays: readonly StayOnRecord[],
  groups: readonly Group[],
  groupOf: (stay: StayOnRecord, on: CalendarDate) => Group,
): { readonly group: Group; readonly used: Used }[] {
  const counts = new Map(groups.map((group) => [group, counting()]));
  const byId = new Map(stays.map((stay) => [stay.id, stay]));
  const seen = new Set<string>();
  for (const bed of bedNights.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const stay = bed.class === 'occupied' ? byId.get(bed.stayId) : undefined;
    if (bed.class !== 'occupied' || !stay) continue;
    const count = counts.get(groupOf(stay, bed.on));
    if (!count) continue;
    count.nights += 1;
    if (bed.kind === 'emergency') count.emergencyNights += 1;
    if (!seen.has(stay.id)) count.stays.add(stay.id);
    if (!seen.has(stay.youngPersonId)) count.people.add(stay.youngPersonId);
    seen.add(stay.id).add(stay.youngPersonId);
  }
  return [...counts].map(([group, { people, stays: of, ...nights }]) => ({
    group,
    used: { youngPeople: people.size, stays: of.size, ...nights },
  }));
}

function counting(): Counting {
  return { people: new Set(), stays: new Set(), nights: 0, emergencyNights: 0 };
}
