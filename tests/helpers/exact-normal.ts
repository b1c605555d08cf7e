import { exactly, type ExactReal } from './exact-real.ts';

/**
 * The normal distribution by integer arithmetic alone, to 160 binary digits or more of the tail: the oracle for
 * `inverseNormal`. It shares neither a formula nor a floating-point operation with what it checks.
 */

/** Digits of the tail that are right, and digits kept besides against rounding. */
const RIGHT = 160;
const GUARD = 64;
/** Halvings of an exponent before Taylor's series, undone by as many squarings. */
const HALVINGS = 16;

/**
 * Return the tail of the standard normal distribution beyond a value.
 *
 * @param z A double, from 0 to about 38.
 * @returns The probability of a value above `z`.
 */
export function exactTail(z: number): ExactReal {
  const { bits, tail } = tailAndDensity(z);
  return { integer: tail, exponent: -bits };
}

/**
 * Return the relative error of a computed normal quantile, from 0: the length of one step of Newton's method from it to the
 * truth, whose own error is the square of the result.
 *
 * @param z The computed quantile, not 0.
 * @param p The probability it was computed for, above 0 and below 1.
 */
export function errorOfQuantile(z: number, p: number): number {
  const isLow = p < 0.5;
  const { bits, tail, density } = tailAndDensity(Math.abs(z));
  const probability = toFixed(exactly(isLow ? p : 1 - p), bits); // 1 - p has no rounding from 1/2 on
  const away = ((tail - probability) << BigInt(bits)) / density; // the truth lies so much further out
  const size = toFixed(exactly(Math.abs(z)), bits);
  const error = Number((away << 100n) / size) / 2 ** 100;
  return isLow === z < 0 ? Math.abs(error) : Infinity;
}

/** Both in fixed point of so many bits: 1/2 - density (z + z^3 / 3 + z^5 / (3 5) + ...). */
function tailAndDensity(z: number): { bits: number; tail: bigint; density: bigint } {
  // The density has to be right to as many digits as the tail is small, and it is as small itself.
  const bits = RIGHT + GUARD + Math.ceil(1.4426950408889634 * z * z);
  const one = 1n << BigInt(bits);
  const at = toFixed(exactly(z), bits);
  const square = (at * at) >> BigInt(bits);
  const density = (expOfMinus(square / 2n, bits) * one) / squareRoot(2n * pi(bits) * one);
  let term = at;
  let sum = at;
  for (let k = 3n; term > 0n; k += 2n) {
    term = ((term * square) >> BigInt(bits)) / k;
    sum += term;
  }
  return { bits, tail: one / 2n - ((density * sum) >> BigInt(bits)), density };
}

function expOfMinus(y: bigint, bits: number): bigint {
  const fine = BigInt(bits + GUARD);
  const one = 1n << fine;
  const small = (y << BigInt(GUARD)) >> BigInt(HALVINGS);
  let term = one;
  let sum = one;
  for (let i = 1n; term !== 0n; i++) {
    term = -((term * small) >> fine) / i;
    sum += term;
  }
  for (let halving = 0; halving < HALVINGS; halving++) sum = (sum * sum) >> fine;
  return sum >> BigInt(GUARD);
}

const PI_BITS = 2400;
/** Machin: pi = 16 atan(1/5) - 4 atan(1/239). */
const PI = 16n * inverseTangent(5n) - 4n * inverseTangent(239n);

function pi(bits: number): bigint {
  return PI >> BigInt(PI_BITS - bits);
}

function inverseTangent(inverse: bigint): bigint {
  let power = (1n << BigInt(PI_BITS)) / inverse;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = -power / (inverse * inverse);
  }
  return sum;
}

/** Newton's method for the whole part of a square root. */
function squareRoot(x: bigint): bigint {
  let root = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function toFixed({ integer, exponent }: ExactReal, bits: number): bigint {
  const indices = exponent + bits;
  return indices >= 0 ? integer << BigInt(indices) : integer >> BigInt(-indices);
}
