import { NIGHT_WORDS } from '../../domain/night-sort-words';
import { sortsOf, type NightFilter } from '../../domain/night-sorts';
import { sayCount, sayShare } from '../../domain/say-numbers';
import { waterfall, type WaterfallStep } from '../../domain/waterfall';
import { bedNights as sayBedNights, shareOf } from './counted';
import type { Tone } from '../pictures/picture';
import type { Answer, Facts, Question } from './question';

export const WHERE_NIGHTS_WENT: Question = {
  key: 'where-nights-went',
  title: 'Where did the bed-nights go?',
  about: 'From every bed and night there was to those that were used, step by step.',
  answer,
};

function answer({ bedNights }: Facts): Answer {
  const steps = waterfall(bedNights);
  const all = bedNights.length;
  return {
    sentence: sentence(steps, all),
    picture: {
      kind: 'bars',
      text: 'Bars from all bed-nights down to those occupied; each bar between them is what was taken off.',
      bars: steps.map((step) => ({
        name: NIGHT_WORDS[step.of],
        from: step.isWhole ? 0 : step.left,
        parts: step.of === 'occupied' ? occupied(bedNights) : [{ ...toneOf(step.of), value: step.nights }],
        says: `${step.isWhole ? '' : '−'}${sayCount(step.nights)}`,
        leadsTo: step.of,
      })),
    },
    columns: [
      { name: 'Bed-nights', as: 'text' },
      { name: 'How many', as: 'count' },
      { name: 'Share of all', as: 'share' },
      { name: 'Left', as: 'count' },
    ],
    rows: steps.map(({ of, nights, left, isWhole }) => ({
      cells: [NIGHT_WORDS[of], nights, shareOf(nights, all), left],
      leadsTo: { nights: of },
      is: isWhole ? 'total' : 'part',
    })),
    note: 'Every bed-night is counted once: what was taken off and what was occupied add up to all bed-nights there were.',
  };
}

function sentence(steps: readonly WaterfallStep[], all: number): string {
  const used = steps.at(-1)?.nights ?? 0;
  if (all === 0) return 'The unit had no bed in this period.';
  const share = sayShare(shareOf(used, all) ?? 0);
  const whole = `${sayCount(used)} of ${sayBedNights(all)} were occupied: ${share}.`;
  const [most] = steps.filter(({ isWhole }) => !isWhole).toSorted((a, b) => b.nights - a.nights);
  return most
    ? `${whole} The largest part of the rest: ${NIGHT_WORDS[most.of].toLowerCase()} (${sayCount(most.nights)}).`
    : whole;
}

function occupied(bedNights: Facts['bedNights']) {
  return sortsOf('occupied').map((sort) => ({
    ...toneOf(sort),
    value: bedNights.filter((bed) => bed.class === 'occupied' && sort === `occupied-${bed.kind}`).length,
  }));
}

function toneOf(filter: NightFilter): { readonly tone: Tone; readonly name: string } {
  if (filter === 'occupied-planned') return { tone: 'planned', name: 'Occupied, planned' };
  if (filter === 'occupied-emergency') return { tone: 'emergency', name: 'Occupied, emergency' };
  if (filter === 'all' || filter === 'usable') return { tone: 'whole', name: 'What there was' };
  if (filter === 'booked' || filter === 'held') return { tone: filter, name: NIGHT_WORDS[filter] };
  if (filter === 'solo-blocked') return { tone: 'solo', name: NIGHT_WORDS[filter] };
  if (filter.startsWith('closed-')) return { tone: 'closed', name: 'Closed' };
  return { tone: 'empty', name: 'Empty' };
}
