import { powerOfTwo } from './float-bits.ts';

/** ln 2 split so that `k * LN2_HIGH` is exact for every `k` an exponent can have. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
/** Exact powers of two by exponent, from -1021 to 1023: looked up faster than put together. */
const LOWEST_EXPONENT = -1021;
const POWERS = Float64Array.from({ length: 1024 - LOWEST_EXPONENT }, (_, at) =>
  powerOfTwo(at + LOWEST_EXPONENT),
);
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;

/**
 * Return e to the power `x` with at most 1 unit in the last index of error, the same bits on every machine.
 *
 * `x = k ln 2 + r` with |r| <= ln 2 / 2, then a rational approximation of `exp(r)` of degree 5 in `r * r`. Only
 * `+ - * /` and integer operations, which every engine rounds alike; `Math.exp` differs between engines.
 *
 * @param x Any double, without unit.
 * @returns `exp(x)`; 0 below -745.13, Infinity above 709.78, NaN for NaN.
 *
 * @see FreeBSD msun e_exp.c (Sun Microsystems, 1993): argument reduction and coefficients.
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;

  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;

  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);

  // Two steps at the ends of the range, so that neither factor overflows or turns subnormal too early.
  if (k > 1023) return y * 2 * powerOfTwo(k - 1);
  if (k < -1021) return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return y * (POWERS[k - LOWEST_EXPONENT] as number);
}
