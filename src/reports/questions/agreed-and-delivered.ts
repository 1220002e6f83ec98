import { agreedAndDelivered, type Delivered } from '../../domain/agreed-nights';
import { numbered } from '../../domain/numbered';
import { sayCount } from '../../domain/say-numbers';
import { counted, shareOf, sumOf } from './counted';
import type { Answer, Facts, Question } from './question';

export const AGREED_AND_DELIVERED: Question = {
  key: 'agreed-and-delivered',
  title: 'Did young people have the nights that were agreed?',
  about: 'Nights agreed in plans against nights delivered, for each young person.',
  answer,
};

/** More than these nobody compares by eye; the table has everybody. */
const MOST_BARS = 30;

function answer({ bedNights, records, period, names }: Facts): Answer {
  const { children, agreed } = agreedAndDelivered(bedNights, records.stays, records.plans, period);
  const numbers = numbered(children.map(({ youngPersonId }) => youngPersonId));
  const withPlan = children.filter((child) => child.agreed !== null);
  const nameOf = ({ youngPersonId }: Delivered) =>
    names?.get(youngPersonId) ?? `Young person ${numbers.get(youngPersonId) ?? ''}`;
  return {
    sentence: sentence(children, agreed),
    isOfChildren: true,
    picture: {
      kind: 'bars',
      text: `${withPlan.length > MOST_BARS ? `The ${MOST_BARS} who are furthest behind. ` : ''}A bar for each young person, of the planned nights they had, those still to come, and what is left of those agreed.`,
      bars: withPlan.slice(0, MOST_BARS).map((child) => ({
        name: nameOf(child),
        parts: [
          { name: 'Had', tone: 'planned', value: child.planned },
          { name: 'Booked or held, and still to come', tone: 'booked', value: child.ahead },
          { name: 'Agreed and not had', tone: 'empty', value: left(child) },
        ],
        says: `${sayCount(child.planned)} of ${sayCount(child.agreed ?? 0)}`,
      })),
    },
    columns: [
      { name: 'Young person', as: 'text' },
      { name: 'Nights agreed', as: 'count' },
      { name: 'Planned nights had', as: 'count' },
      { name: 'Share of those agreed', as: 'share' },
      { name: 'Still to come', as: 'count' },
      { name: 'Emergency nights', as: 'count' },
    ],
    rows: [
      ...children.map((child) => ({
        cells: cells(nameOf(child), child.agreed, [child]),
        ...(names ? { leadsTo: { youngPersonId: child.youngPersonId } } : {}),
      })),
      { cells: cells('In all', records.plans.length > 0 ? agreed : null, children), is: 'total' as const },
    ],
    note: 'Nights agreed for a year, a quarter or a whole plan are shared out equally among its days, so that they can be set against any period. Emergency nights use up nothing that was agreed.',
  };
}

function cells(name: string, agreed: number | null, some: readonly Delivered[]) {
  const sum = (count: (child: Delivered) => number) => sumOf(some, count);
  const planned = sum((child) => child.planned);
  return [
    ...[name, agreed, planned, agreed === null ? null : shareOfAgreed(planned, agreed)],
    ...[sum(({ ahead }) => ahead), sum(({ emergency }) => emergency)],
  ];
}

/** Agreed is to 2 places. */
function shareOfAgreed(planned: number, agreed: number): number | null {
  return shareOf(planned * 100, Math.round(agreed * 100));
}

function left({ agreed, planned, ahead }: Delivered): number {
  return Math.max(0, (agreed ?? 0) - planned - ahead);
}

function sentence(children: readonly Delivered[], agreed: number): string {
  const withPlan = children.filter((child) => child.agreed !== null);
  if (withPlan.length === 0) return 'No plan that was agreed covers this period.';
  const planned = sumOf(withPlan, (child) => child.planned);
  const without = withPlan.filter((child) => child.planned === 0).length;
  const none =
    without === 0
      ? 'Everybody with a plan had a planned night.'
      : `${sayCount(without)} of ${sayCount(withPlan.length)} with a plan had no planned night.`;
  return `Young people with a plan had ${counted(planned, 'planned night')}; ${counted(agreed, 'night')} were agreed. ${none}`;
}
