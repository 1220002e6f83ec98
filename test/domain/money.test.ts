import fc from 'fast-check';
import { formatPounds, toHundredths, toPence, toShare } from '../../src/domain/money';
import { Ratio } from '../../src/domain/ratio';

describe('Pence', () => {
  it.each([
    [1, 2, 0],
    [3, 2, 2],
    [5, 2, 2],
    [-1, 2, 0],
    [-3, 2, -2],
    [-5, 2, -2],
    [2501, 1000, 3],
    [-2501, 1000, -3],
    [67_275_000, 756, 88_988],
  ])('of %p over %p are rounded half to even: %p', (numerator, denominator, pence) => {
    expect(toPence(Ratio.of(numerator, denominator))).toBe(pence);
  });

  it('are never more than half a penny from the exact sum', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.bigInt(1n, 10n ** 6n),
        (numerator, denominator) => {
          const pence = BigInt(toPence(Ratio.of(numerator, denominator)));
          const twice = 2n * (pence * denominator - numerator);
          expect((twice < 0n ? -twice : twice) <= denominator).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are refused when a number could not hold them all', () => {
    expect(() => toPence(Ratio.of(10n ** 16n))).toThrow(RangeError);
  });
});

describe('Pounds', () => {
  it.each([
    [67_275_000, '£672,750.00'],
    [5, '£0.05'],
    [-5, '-£0.05'],
    [0, '£0.00'],
    [-123_456_789, '-£1,234,567.89'],
  ])('of %p pence are written %s', (pence, written) => {
    expect(formatPounds(pence)).toBe(written);
  });

  it('are never written from part of a penny', () => {
    expect(() => formatPounds(0.5)).toThrow(RangeError);
  });
});

describe('A share', () => {
  it('has four places, half up, and may be over one', () => {
    expect(toShare(Ratio.of(756, 1440))).toBe(0.525);
    expect(toShare(Ratio.of(1, 32))).toBe(0.0313);
    expect(toShare(Ratio.of(4, 3))).toBe(1.3333);
    expect(toHundredths(Ratio.of(1440 * 31, 366))).toBe(121.97);
  });
});

describe('A ratio', () => {
  const small = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }));

  it('adds, takes away, multiplies, divides and compares exactly', () => {
    fc.assert(
      fc.property(small, small, ([a, b], [c, d]) => {
        const [one, other] = [Ratio.of(a, b), Ratio.of(c, d)];
        expect(one.plus(other)).toEqual(Ratio.of(a * d + c * b, b * d));
        expect(one.minus(other).plus(other)).toEqual(one);
        expect(one.times(other)).toEqual(Ratio.of(a * c, b * d));
        expect(one.times(other).over(other)).toEqual(c === 0 ? null : one);
        expect(one.compare(other)).toBe(Math.sign(a * d - c * b));
        expect(Number(one.floor())).toBe(Math.floor(a / b));
      }),
      { numRuns: 1000 },
    );
  });

  it('has no answer over nought rather than infinity, and no denominator of nought', () => {
    expect(Ratio.of(1).over(Ratio.ZERO)).toBeNull();
    expect(() => Ratio.of(1, 0)).toThrow(RangeError);
  });
});
