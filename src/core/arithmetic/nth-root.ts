import { exp } from './exp.ts';
import { integerPower } from './integer-power.ts';
import { log } from './log.ts';

/**
 * Return the positive `n`-th root of `x`, within 2 units in the last index.
 *
 * A start from `exp(log(x) / n)`, then one Newton step on `r^n = x`, which removes what the logarithm's rounding
 * left. Only core's own arithmetic, so the bits are the same everywhere.
 *
 * @param x What to take the root of, from 1e-290 to 1e290.
 * @param n Which root, a whole number from 1.
 * @returns `x` to the power `1 / n`, in the same kind of number.
 */
export function nthRoot(x: number, n: number): number {
  if (n === 1) return x;
  const start = exp(log(x) / n);
  const below = integerPower(start, n - 1);
  return start - (start * below - x) / (n * below);
}
