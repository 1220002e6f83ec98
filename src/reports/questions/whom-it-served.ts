import { sayCount } from '../../domain/say-numbers';
import type { Used } from '../../domain/used-by';
import type { Bars } from '../pictures/picture';
import { shareOf, sumOf } from './counted';
import type { Answer } from './question';

interface Group {
  readonly group: string;
  readonly used: Used;
}

/** Young people, stays and nights by a group they are of: the same table and bars for each. */
export function whomItServed(
  name: string,
  groups: readonly Group[],
): Pick<Answer, 'columns' | 'rows'> & { readonly picture: Bars } {
  const nights = sumOf(groups, ({ used }) => used.nights);
  const cells = (group: string, some: readonly Group[]) => {
    const sum = (count: (used: Used) => number) => sumOf(some, ({ used }) => count(used));
    const own = sum((used) => used.nights);
    return [
      ...[group, sum((used) => used.youngPeople), sum((used) => used.stays), own],
      ...[sum((used) => used.emergencyNights), shareOf(own, nights)],
    ];
  };
  return {
    picture: {
      kind: 'bars',
      text: 'A bar for each group, of its planned and emergency nights.',
      bars: groups.map(({ group, used }) => ({
        name: group,
        parts: [
          { name: 'Planned nights', tone: 'planned', value: used.nights - used.emergencyNights },
          { name: 'Emergency nights', tone: 'emergency', value: used.emergencyNights },
        ],
        says: sayCount(used.nights),
      })),
    },
    columns: [
      { name, as: 'text' },
      { name: 'Young people', as: 'count' },
      { name: 'Stays', as: 'count' },
      { name: 'Nights', as: 'count' },
      { name: 'Of them emergency', as: 'count' },
      { name: 'Share of nights', as: 'share' },
    ],
    rows: [
      ...groups.map((each) => ({ cells: cells(each.group, [each]) })),
      { cells: cells('In all', groups), is: 'total' },
    ],
  };
}
