import { highWord, withHighWord } from './float-bits.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;
/** Fraction bits of sqrt(2) / 2: the mantissa is taken from [sqrt(1/2), sqrt(2)). */
const SQRT_HALF_FRACTION = 0x95f64;

/**
 * Return the natural logarithm with at most 1 unit in the last index of error, the same bits on every machine.
 *
 * `x = 2^k (1 + f)` with `1 + f` in [sqrt(1/2), sqrt(2)), then `log(1 + f)` by a polynomial of degree 14 in
 * `s = f / (2 + f)`. Only `+ - * /` and integer operations; `Math.log` differs between engines.
 *
 * @param x Any double, without unit.
 * @returns `log(x)`; -Infinity for 0, NaN below 0 and for NaN, Infinity for Infinity.
 *
 * @see FreeBSD msun e_log.c (Sun Microsystems, 1993): argument reduction and coefficients.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;

  let k = 0;
  let scaled = x;
  if (highWord(scaled) < 0x00100000) {
    scaled *= TWO_54; // subnormal
    k = -54;
  }
  const high = highWord(scaled);
  const fraction = high & 0x000fffff;
  const above = (fraction + SQRT_HALF_FRACTION) & 0x100000;
  k += (high >> 20) - 1023 + (above >> 20);
  const f = withHighWord(scaled, fraction | (above ^ 0x3ff00000)) - 1;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.47981986051165859e-1)));
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + (even + odd)) + k * LN2_LOW) - f);
}
