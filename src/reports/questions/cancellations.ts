import { cancellations, NOTICE_BANDS, type GivenUp, type GivenUpBy } from '../../domain/cancellations';
import { ENDED_BY_WORDS } from '../../domain/stay-words';
import { sayCount } from '../../domain/say-numbers';
import { lateUnderDays } from '../../domain/unit-ledger';
import type { Tone } from '../pictures/picture';
import { counted, sumOf } from './counted';
import type { Answer, Facts, Question } from './question';

export const CANCELLATIONS: Question = {
  key: 'cancellations',
  title: 'Who cancelled, and with what notice?',
  about: 'Stays that did not take place, by who gave them up and when.',
  answer,
};

const WORDS: Readonly<Record<GivenUpBy, string>> = {
  ...ENDED_BY_WORDS,
  'not-arrived': 'Did not arrive',
  'not-said': 'Nobody said who',
};

/** From most notice to none. */
const TONES: readonly Tone[] = ['planned', 'booked', 'solo', 'emergency'];

function answer({ ledger, bedNights, period }: Facts): Answer {
  const rows = cancellations(ledger, bedNights, period, lateUnderDays(ledger)).filter(
    ({ stays }) => stays > 0,
  );
  const total = sumOf(rows, ({ stays }) => stays);
  return {
    sentence: sentence(rows, total),
    picture: {
      kind: 'bars',
      text: 'A bar for each of those who gave stays up, of the notice they gave.',
      bars: rows.map(({ by, stays, byNotice }) => ({
        name: WORDS[by],
        parts: NOTICE_BANDS.map(({ name }, index) => ({
          name,
          tone: TONES[index] ?? 'empty',
          value: byNotice[index] ?? 0,
        })),
        says: sayCount(stays),
      })),
    },
    columns: [
      { name: 'Who', as: 'text' },
      { name: 'Stays', as: 'count' },
      ...NOTICE_BANDS.map(({ name }) => ({ name, as: 'count' as const })),
      { name: 'Of them late', as: 'count' },
      { name: 'Nights', as: 'count' },
      { name: 'Bed-nights freed', as: 'count' },
      { name: 'Of them used again', as: 'count' },
    ],
    rows: [
      ...rows.map((row) => ({ cells: cells(WORDS[row.by], [row]) })),
      { cells: cells('In all', rows), is: 'total' as const },
    ],
    note: 'Stays whose first night is in this period. Notice runs from the day a stay was given up to its first night; late is less notice than the unit’s settings ask for. Bed-nights freed are those of this period that had a room.',
  };
}

function cells(name: string, rows: readonly GivenUp[]) {
  const sum = (count: (row: GivenUp) => number) => sumOf(rows, count);
  return [
    ...[name, sum(({ stays }) => stays)],
    ...NOTICE_BANDS.map((_, index) => sum(({ byNotice }) => byNotice[index] ?? 0)),
    ...[sum(({ late }) => late), sum(({ nights }) => nights)],
    ...[sum(({ freedNights }) => freedNights), sum(({ usedAgain }) => usedAgain)],
  ];
}

function sentence(rows: readonly GivenUp[], total: number): string {
  const [most] = rows.toSorted((a, b) => b.stays - a.stays);
  if (!most) return 'Every stay that was to begin in this period took place, or still may.';
  const late = sumOf(rows, (row) => row.late);
  return `${counted(total, 'stay')} did not take place; ${sayCount(late)} of them were given up late. Most often: ${WORDS[most.by].toLowerCase()} (${sayCount(most.stays)}).`;
}
