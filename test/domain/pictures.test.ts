import fc from 'fast-check';
import { drawBars } from '../../src/reports/pictures/bars';
import { drawCalendar } from '../../src/reports/pictures/calendar';
import { TONES } from '../../src/reports/pictures/picture';
import { NARROW, WIDE, type Shape } from '../../src/reports/pictures/shapes';

const boxesOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.is === 'box' ? [shape] : []));

const part = fc.record({ name: fc.constant('Part'), tone: fc.constantFrom(...TONES), value: fc.nat(2000) });
const bar = fc.record({
  name: fc.string({ maxLength: 40 }),
  from: fc.nat(500),
  parts: fc.array(part, { maxLength: 4 }),
  says: fc.string({ maxLength: 9 }),
});

describe('A picture of bars', () => {
  it('stays on its paper, and draws every part as long as its number', () => {
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 9 }), fc.constantFrom(WIDE, NARROW), (bars, paper) => {
        const drawing = drawBars({ kind: 'bars', text: '', bars }, paper, () => '');
        const boxes = boxesOf(drawing.shapes);
        const values = bars.flatMap(({ parts }) =>
          parts.map(({ value }) => value).filter((value) => value > 0),
        );
        expect(boxes).toHaveLength(values.length);
        for (const { x, y, width, height } of boxes) {
          expect(Math.min(x, y, width)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(paper.width + 1);
          expect(y + height).toBeLessThanOrEqual(drawing.height);
        }
        const most = Math.max(
          1,
          ...bars.map(({ from, parts }) => parts.reduce((sum, { value }) => sum + value, from)),
        );
        const ratios = boxes.map(
          ({ width }, index) =>
            [width, ((values[index] ?? 0) / most) * widthOfScale(boxes, values, most)] as const,
        );
        for (const [width, fair] of ratios) expect(Math.abs(width - Math.max(1, fair))).toBeLessThan(1.2);
      }),
    );
  });
});

/** As the longest box tells it. */
function widthOfScale(boxes: readonly { width: number }[], values: readonly number[], most: number): number {
  const longest = values.indexOf(Math.max(...values));
  return ((boxes[longest]?.width ?? 0) / (values[longest] ?? 1)) * most;
}

describe('A picture of a calendar', () => {
  it('puts every night in the line of its week, under its weekday', () => {
    const nights = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-04'].map((on, count) => ({
      ...{ on, count, isAhead: false },
    }));
    const { shapes } = drawCalendar({ kind: 'calendar', text: '', most: 4, nights }, WIDE);
    const [wednesday, thursday, friday, monday] = boxesOf(shapes);
    expect(thursday?.y).toBe(wednesday?.y);
    expect((thursday?.x ?? 0) - (wednesday?.x ?? 0)).toBe(24);
    expect((friday?.x ?? 0) - (monday?.x ?? 0)).toBe(4 * 24);
    expect((monday?.y ?? 0) - (friday?.y ?? 0)).toBe(24);
    expect(boxesOf(shapes).map(({ look }) => look)).toEqual([
      ...['sb-heat sb-heat--0', 'sb-heat sb-heat--1', 'sb-heat sb-heat--2', 'sb-heat sb-heat--3'],
    ]);
  });
});
