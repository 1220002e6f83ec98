/** An exact fraction in lowest terms; the sign is the numerator's. Nothing is rounded until it is asked for. */
export class Ratio {
  static readonly ZERO = new Ratio(0n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** @throws RangeError for a fraction of a number, or a denominator of nought. */
  static of(numerator: number | bigint, denominator: number | bigint = 1): Ratio {
    return Ratio.lowest(BigInt(numerator), BigInt(denominator));
  }

  static sum(ratios: readonly Ratio[]): Ratio {
    return ratios.reduce((total, ratio) => total.plus(ratio), Ratio.ZERO);
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  plus(other: Ratio): Ratio {
    return Ratio.lowest(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Ratio): Ratio {
    return this.plus(Ratio.lowest(-other.numerator, other.denominator));
  }

  times(other: Ratio): Ratio {
    return Ratio.lowest(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** `null` when the divisor is nought: there is no such number, and infinity is not an answer. */
  over(divisor: Ratio): Ratio | null {
    if (divisor.isZero) return null;
    return Ratio.lowest(this.numerator * divisor.denominator, this.denominator * divisor.numerator);
  }

  /** -1, 0 or 1, as this is less than, equal to or more than the other. */
  compare(other: Ratio): -1 | 0 | 1 {
    const { numerator } = this.minus(other);
    if (numerator === 0n) return 0;
    return numerator < 0n ? -1 : 1;
  }

  /** The greatest whole number not above it. */
  floor(): bigint {
    const whole = this.numerator / this.denominator;
    return this.numerator < 0n && whole * this.denominator !== this.numerator ? whole - 1n : whole;
  }

  private static lowest(numerator: bigint, denominator: bigint): Ratio {
    if (denominator === 0n) throw new RangeError('A ratio cannot have a denominator of nought.');
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Ratio(numerator / divisor, denominator / divisor);
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, lesser] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (lesser > 0n) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}
