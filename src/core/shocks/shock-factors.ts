import { exp } from '../arithmetic/exp.ts';

/**
 * Return `exp(s Z_t)` from cumulative shocks: what a year's level is multiplied by, all years' shocks so far together.
 *
 * @param shocks Any number of values, without unit.
 * @param spread `s`, as a fraction.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape.
 */
export function cumulativeFactors(
  shocks: Float64Array,
  spread: number,
  factors: Float64Array = new Float64Array(shocks.length),
): Float64Array {
  for (let at = 0; at < shocks.length; at++) factors[at] = exp(spread * (shocks[at] as number));
  return factors;
}

/**
 * Return `exp(s z_t)` from cumulative shocks: what a year's level is multiplied by, that year's shock alone.
 *
 * @param shocks Year after year, one number for each draw.
 * @param options `s`, as a fraction, and how many draws a year has.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape as shocks.
 */
export function yearlyFactors(
  shocks: Float64Array,
  { spread, draws }: { readonly spread: number; readonly draws: number },
  factors: Float64Array = new Float64Array(shocks.length),
): Float64Array {
  for (let at = 0; at < shocks.length; at++) {
    const before = at < draws ? 0 : (shocks[at - draws] as number);
    factors[at] = exp(spread * ((shocks[at] as number) - before));
  }
  return factors;
}
