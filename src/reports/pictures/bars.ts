import type { NightFilter } from '../../domain/night-sorts';
import type { Bars, Part } from './picture';
import {
  lineSwatch,
  swatch,
  tenth,
  toned,
  type Drawing,
  type KeyEntry,
  type Paper,
  type Shape,
} from './shapes';

/** Of the widest common typefaces. */
const LETTER = 8.8;
const GAP = 12;
const LONGEST_NAME = 350;

type Bar = Bars['bars'][number];

/** Bars along one scale from nought, with their names and numbers. */
export function drawBars(
  { bars, marks = [] }: Bars,
  paper: Paper,
  hrefOf: (filter: NightFilter) => string,
): Drawing {
  const { row, bar, names, ends } = measures(bars, paper);
  const most = Math.max(0, ...bars.map(endOf), ...marks.map(({ value }) => value));
  const scale = most === 0 ? 0 : (paper.width - names - ends) / most;
  const at = (value: number) => tenth(names + value * scale);
  const height = bars.length * row;
  const drawn = bars.map((each, index) => {
    const y = index * row + row - bar - 4;
    const href = each.leadsTo && hrefOf(each.leadsTo);
    const middle = y + bar / 2 + 5;
    return {
      boxes: boxes(each, at, { y, height: bar, href }),
      words: [
        nameOf(each, paper, { x: names - GAP, y: paper.isNarrow ? y - 6 : middle, href }),
        {
          is: 'words',
          x: at(endOf(each)) + 8,
          y: middle,
          text: each.says,
          look: 'sb-words sb-words--number',
        },
      ] satisfies Shape[],
    };
  });
  const rules = marks.map(({ tone, value }): Shape => ({
    is: 'rule',
    x1: at(value),
    y1: 0,
    x2: at(value),
    y2: height,
    look: `sb-rule sb-rule--${tone}`,
  }));
  const shapes = [...drawn.flatMap((each) => each.boxes), ...rules, ...drawn.flatMap(({ words }) => words)];
  return { width: paper.width, height, shapes };
}

export function keyOfBars({ bars, marks = [] }: Bars): KeyEntry[] {
  const parts = bars.flatMap((bar) => bar.parts);
  const shown = new Set(parts.filter(({ value }) => value > 0).map(({ name }) => name));
  const named = [...new Map(parts.map((part): [string, Part] => [part.name, part])).values()].filter(
    ({ name }) => shown.has(name),
  );
  return [
    ...named.map(({ name, tone }) => swatch(name, toned(tone))),
    ...marks.map(({ name, tone }) => lineSwatch(name, `sb-rule sb-rule--${tone}`)),
  ];
}

export function isBare({ bars }: Bars): boolean {
  return bars.every((bar) => bar.parts.every(({ value }) => value === 0));
}

function measures(bars: readonly Bar[], { isNarrow }: Paper) {
  const longest = (of: (bar: Bar) => string) =>
    Math.max(0, ...bars.map((bar) => of(bar).length)) * LETTER + GAP;
  const ends = longest(({ says }) => says);
  return isNarrow
    ? { row: 50, bar: 20, names: 0, ends }
    : { row: 34, bar: 24, names: Math.min(LONGEST_NAME, longest(({ name }) => name) + GAP), ends };
}

function boxes(
  { from = 0, parts }: Bar,
  at: (value: number) => number,
  box: { readonly y: number; readonly height: number; readonly href: string | undefined },
): Shape[] {
  let start = from;
  return parts
    .filter(({ value }) => value > 0)
    .map(({ tone, value }) => {
      const x = at(start);
      start += value;
      return { is: 'box', x, width: Math.max(1, tenth(at(start) - x)), ...box, ...toned(tone) };
    });
}

function nameOf(
  { name }: Bar,
  { isNarrow }: Paper,
  at: { readonly x: number; readonly y: number; readonly href: string | undefined },
): Shape {
  const words = { is: 'words', text: name, ...at } as const;
  return isNarrow ? { ...words, x: 0, look: 'sb-words' } : { ...words, look: 'sb-words sb-words--before' };
}

function endOf({ from = 0, parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, from);
}
