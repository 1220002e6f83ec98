import type { Occupancy } from '../domain/occupancy';

/** Day and night colours of the pages (platform/assets/theme.css): a picture cannot read a page's variables. */
const INKS = {
  surface: ['#ffffff', '#182325'],
  ink: ['#1b2629', '#e7edeb'],
  line: ['#d3d6d1', '#354548'],
  edge: ['#5d6b6e', '#8a9a9b'],
  planned: ['#17565c', '#86cfcd'],
  emergency: ['#a3271f', '#ff9d92'],
  booked: ['#6f9fc9', '#3f6f9c'],
  held: ['#b3cbe0', '#2c4c6a'],
  solo: ['#d9a441', '#a57a1e'],
  closed: ['#8b9496', '#6b787a'],
  empty: ['#e4e5e0', '#29373a'],
} as const;

type Ink = keyof typeof INKS;

export const NIGHT_COLOURS: readonly (readonly [day: string, night: string])[] = Object.values(INKS);

export function inkOf(ink: Ink): string {
  return INKS[ink][0];
}

const STROKE = 'rgba(27,38,41,0.45)';

/** So that the parts of a bar differ without their colours. */
export const PATTERNS = {
  stripes: { symbol: 'rect', color: STROKE, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  lines: { symbol: 'rect', color: STROKE, dashArrayX: [1, 0], dashArrayY: [1, 6] },
  dots: {
    symbol: 'circle',
    color: STROKE,
    symbolSize: 0.5,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
};

export interface Series {
  readonly name: string;
  readonly colour: Exclude<Ink, 'surface' | 'ink' | 'line' | 'edge'>;
  readonly pattern?: keyof typeof PATTERNS;
  readonly isAlways?: boolean;
  readonly count: (part: Occupancy) => number;
}

/** From the foot of a bar to its top. */
export const SERIES: readonly Series[] = [
  { name: 'Occupied, planned', colour: 'planned', isAlways: true, count: (part) => part.occupiedPlanned },
  {
    name: 'Occupied, emergency',
    colour: 'emergency',
    pattern: 'lines',
    count: (part) => part.occupiedEmergency,
  },
  { name: 'Booked', colour: 'booked', count: (part) => part.classes.booked },
  { name: 'Held', colour: 'held', pattern: 'dots', count: (part) => part.classes.held },
  {
    name: 'Kept empty for solo',
    colour: 'solo',
    pattern: 'stripes',
    count: (part) => part.classes.soloBlocked,
  },
  { name: 'Closed', colour: 'closed', pattern: 'dots', count: (part) => part.classes.closed },
  { name: 'Empty', colour: 'empty', isAlways: true, count: (part) => part.classes.void },
];
