/**
 * Reals to about 300 binary digits, by integer arithmetic alone: the oracle for `core/arithmetic`. It shares neither a
 * formula nor a floating-point operation with what it checks.
 */
export interface ExactReal {
  /** The value is `integer * 2^exponent`. */
  readonly integer: bigint;
  readonly exponent: number;
}

/** Binary digits after the point of the fixed-point numbers below. */
const BITS = 320;
const SHIFT = BigInt(BITS);
const ONE = 1n << SHIFT;

/** ln 2 = 2 atanh(1/3), in fixed point. */
const LN2 = 2n * inverseTanh(ONE / 3n);

/** Return a finite double as the number it stands for, without rounding. */
export function exactly(x: number): ExactReal {
  const bits = new BigUint64Array(Float64Array.of(x).buffer)[0] as bigint;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const size = biased === 0 ? fraction : fraction | (1n << 52n);
  return { integer: x < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

/** Return e to the power of a double: Taylor's series after a reduction by ln 2. */
export function exactExp(x: number): ExactReal {
  const fixed = toFixed(exactly(x));
  const k = (2n * fixed + LN2) / (2n * LN2);
  const rest = fixed - k * LN2;
  let term = ONE;
  let sum = ONE;
  for (let i = 1n; term !== 0n; i++) {
    term = ((term * rest) >> SHIFT) / i;
    sum += term;
  }
  return { integer: sum, exponent: Number(k) - BITS };
}

/** Return the natural logarithm of a double above 0: 2 atanh((m - 1) / (m + 1)) after a reduction by powers of two. */
export function exactLog(x: number): ExactReal {
  const { integer, exponent } = exactly(x);
  const digits = integer.toString(2).length;
  let mantissa = integer << BigInt(BITS - digits); // in [1/2, 1)
  let k = exponent + digits;
  if (3n * mantissa < 2n * ONE) {
    mantissa *= 2n; // in [2/3, 4/3), so that no logarithm near 0 loses digits
    k -= 1;
  }
  const s = ((mantissa - ONE) << SHIFT) / (mantissa + ONE);
  return { integer: BigInt(k) * LN2 + 2n * inverseTanh(s), exponent: -BITS };
}

/** Return how far a double is from the truth, in units in the last index of the truth. */
export function errorInUlps(computed: number, truth: ExactReal): number {
  const { integer, exponent } = exactly(computed);
  const digits = abs(truth.integer).toString(2).length;
  const unit = Math.max(truth.exponent + digits - 53, -1074);
  // Both as multiples of 2^(unit - 64), rounded down: exact to 2^-63 units.
  const steps = scale(integer, exponent - unit + 64) - scale(truth.integer, truth.exponent - unit + 64);
  return Number(abs(steps)) / 2 ** 64;
}

/**
 * Return whether a double lies within some units in its last index of the n-th root of another, both above 0.
 * Compares n-th powers of integers, so that no root is taken.
 */
export function isWithinUlpsOfRoot(root: number, x: number, options: { n: number; ulps: bigint }): boolean {
  const { integer, exponent } = exactly(root);
  const power = BigInt(options.n);
  const comparison = (shifted: bigint): bigint => {
    const given = exactly(x);
    const lowest = Math.min(exponent * options.n, given.exponent);
    return (
      scale(shifted ** power, exponent * options.n - lowest) - scale(given.integer, given.exponent - lowest)
    );
  };
  return comparison(integer - options.ulps) <= 0n && comparison(integer + options.ulps) >= 0n;
}

/** Return the first decimals of a real from 0, cut off, as text. */
export function decimals(real: ExactReal, count: number): string {
  const whole = scale(real.integer * 10n ** BigInt(count), real.exponent);
  const digits = whole.toString().padStart(count + 1, '0');
  return `${digits.slice(0, -count)}.${digits.slice(-count)}`;
}

/** s + s^3 / 3 + s^5 / 5 + ..., in fixed point, for |s| up to 1/2. */
function inverseTanh(s: bigint): bigint {
  const square = (s * s) >> SHIFT;
  let power = s;
  let sum = 0n;
  for (let i = 1n; abs(power) > 1n; i += 2n) {
    sum += power / i;
    power = (power * square) >> SHIFT;
  }
  return sum;
}

function toFixed({ integer, exponent }: ExactReal): bigint {
  return scale(integer, exponent + BITS);
}

/** The integer times a power of two, rounded down. */
function scale(integer: bigint, indices: number): bigint {
  return indices >= 0 ? integer << BigInt(indices) : integer >> BigInt(-indices);
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}
