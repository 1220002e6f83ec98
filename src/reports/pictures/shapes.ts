import type { Tone } from './picture';

/** Drawn on a page by its style sheet, so that it reads by day, by night and in print. */
export type Shape = Box | Words | Rule;

interface Box {
  readonly is: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly look: string;
  /** So that parts differ without their colours. */
  readonly pattern?: string | undefined;
  readonly href?: string | undefined;
}

interface Words {
  readonly is: 'words';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look: string;
  readonly href?: string | undefined;
}

interface Rule {
  readonly is: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly look: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface KeyEntry {
  readonly text: string;
  readonly drawing: Drawing;
}

/** How large a picture is drawn. */
export interface Paper {
  readonly width: number;
  /** Names stand beside their bars, or above them where it is narrow. */
  readonly isNarrow: boolean;
}

export const WIDE: Paper = { width: 760, isNarrow: false };
export const NARROW: Paper = { width: 343, isNarrow: true };

const PATTERNS: Readonly<Partial<Record<Tone, string>>> = {
  emergency: 'lines',
  held: 'dots',
  solo: 'stripes',
  closed: 'dots',
};

export function toned(tone: Tone): Pick<Box, 'look' | 'pattern'> {
  return { look: `sb-tone sb-tone--${tone}`, pattern: PATTERNS[tone] };
}

const SWATCH = 18;

export function swatch(text: string, look: Pick<Box, 'look' | 'pattern'>): KeyEntry {
  const box = { is: 'box', x: 0, y: 0, width: SWATCH, height: SWATCH, ...look } as const;
  return { text, drawing: { width: SWATCH, height: SWATCH, shapes: [box] } };
}

export function lineSwatch(text: string, look: string): KeyEntry {
  const half = SWATCH / 2;
  const rule = { is: 'rule', x1: half, y1: 0, x2: half, y2: SWATCH, look } as const;
  return { text, drawing: { width: SWATCH, height: SWATCH, shapes: [rule] } };
}

/** To a tenth: finer than anybody sees. */
export function tenth(size: number): number {
  return Math.round(size * 10) / 10;
}
