import { init, type EChartsOption } from 'echarts';
import type { Occupancy } from '../domain/occupancy';
import type { Step } from '../domain/periods';
import { inkOf, NIGHT_COLOURS, PATTERNS, SERIES, type Series } from './chart-colours';
import { partName } from './occupancy-rows.view';

interface Shape {
  readonly width: number;
  readonly height: number;
  /** Names of parts that fit beside each other. */
  readonly labels: number;
  /** Left free for the key, which may need several lines. */
  readonly foot: number;
}

export const SHAPES = {
  wide: { width: 960, height: 420, labels: 14, foot: 72 },
  phone: { width: 400, height: 440, labels: 6, foot: 116 },
} as const satisfies Readonly<Record<string, Shape>>;

/** Bed-nights of each part by class, stacked, with the nights commissioned as a step above them; drawn here, no script. */
export function chartOf(parts: readonly Occupancy[], by: Step, shape: Shape): string {
  const { width, height } = shape;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(optionsOf(parts, by, shape));
    return forDayAndNight(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function optionsOf(parts: readonly Occupancy[], by: Step, { labels, foot }: Shape): EChartsOption {
  const ink = inkOf('ink');
  const shown = SERIES.filter(({ isAlways, count }) => isAlways || parts.some((part) => count(part) > 0));
  return {
    animation: false,
    backgroundColor: inkOf('surface'),
    textStyle: { fontFamily: 'system-ui, Arial, sans-serif', color: ink },
    legend: { bottom: 0, itemGap: 18, textStyle: { color: ink, fontSize: 14 } },
    grid: { left: 8, right: 8, top: 36, bottom: foot, containLabel: true },
    xAxis: {
      type: 'category',
      data: parts.map((part) => shortName(part, by)),
      axisLabel: { color: ink, fontSize: 13, interval: Math.ceil(parts.length / labels) - 1 },
      axisLine: { lineStyle: { color: inkOf('edge') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: 'Bed-nights',
      nameTextStyle: { color: ink, fontSize: 13, align: 'left', padding: [0, 0, 0, -28] },
      axisLabel: { color: ink, fontSize: 13 },
      splitLine: { lineStyle: { color: inkOf('line') } },
    },
    series: [...shown.map((series) => bars(series, parts)), commissioned(parts)],
  };
}

function bars({ name, colour, count, pattern }: Series, parts: readonly Occupancy[]) {
  return {
    type: 'bar' as const,
    name,
    stack: 'bed-nights',
    barMaxWidth: 56,
    itemStyle: {
      color: inkOf(colour),
      borderColor: inkOf('surface'),
      borderWidth: 1,
      ...(pattern ? { decal: PATTERNS[pattern] } : {}),
    },
    data: parts.map(count),
  };
}

function commissioned(parts: readonly Occupancy[]) {
  return {
    type: 'line' as const,
    name: 'Commissioned',
    step: 'middle' as const,
    symbol: 'none',
    lineStyle: { color: inkOf('ink'), width: 2, type: 'dashed' as const },
    itemStyle: { color: inkOf('ink') },
    data: parts.map(({ commissionedNights }) => commissionedNights),
  };
}

function shortName(part: Occupancy, by: Step): string {
  const [first = '', second = '', third = ''] = partName({ from: part.from, to: part.to }, by).split(' ');
  if (by === 'week') return `${first} ${second.slice(0, 3)}`;
  return /^\d+$/.test(first) ? `${first}–${third}` : `${first.slice(0, 3)} ${second.slice(2)}`;
}

/** The same picture in the reader's night colours: style rules outrank the colours drawn. */
function forDayAndNight(svg: string): string {
  const rules = NIGHT_COLOURS.map(
    ([day, night]) => `[fill="${day}"]{fill:${night}}[stroke="${day}"]{stroke:${night}}`,
  );
  const style = `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
  return svg.replace(/^(<svg[^>]*>)/, `$1${style}`);
}
