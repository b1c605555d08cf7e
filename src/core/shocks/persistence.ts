/** Draws handled at a time, so that what is worked on stays in the nearest cache. */
export const BLOCK = 256;

/** How independent normal numbers become shocks that last from year to year. */
export interface Persistence {
  readonly years: number;
  /** `phi`, and `sqrt(1 - phi^2)`. */
  readonly phi: number;
  readonly fresh: number;
  /**
   * The reflection that puts the sum of all years on the first number: each number less `reflection` times the product
   * of all numbers with `weights`; all 0 where there is nothing to reflect.
   */
  readonly reflection: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Prepare the step from independent numbers to a stationary AR(1) path. Any orthogonal mix of the numbers beforehand
 * gives the same distribution; the one chosen makes the sum of all years a multiple of the first number alone, where
 * low-discrepancy points are best.
 *
 * @param phi Persistence, 0 to 1.
 * @param years How many years a path has, from 1.
 * @returns What `accumulateShocks` works with.
 */
export function preparePersistence(phi: number, years: number): Persistence {
  const fresh = Math.sqrt(Math.max(0, 1 - phi * phi));
  // What the sum of all years gets from each number without a mix.
  const sums = new Float64Array(years);
  let carried = 0;
  for (let c = years - 1; c >= 0; c--) {
    carried = 1 + phi * carried;
    sums[c] = c === 0 ? carried : fresh * carried;
  }
  let rest = 0;
  for (let c = 1; c < years; c++) rest += (sums[c] as number) * (sums[c] as number);
  const first = sums[0] as number;
  const length = Math.sqrt(first * first + rest);
  // Householder's reflection of the first axis onto the sums: w - v (v w) / v_0, v = axis - sums / length.
  const axis = rest / (length * (length + first));
  const reflection =
    axis === 0 ? new Float64Array(years) : sums.map((sum, c) => (c === 0 ? axis : -sum / length));
  const weights = axis === 0 ? reflection : reflection.map((part) => part / axis);
  return { years, phi, fresh, reflection, weights };
}

/**
 * Turn a block of independent standard normal numbers into cumulative shocks, in place: the sum of a year's shock and
 * all shocks before it, each shock standard normal and correlated `phi^k` with the one `k` years on.
 *
 * @param persistence From `preparePersistence`.
 * @param block Year after year, `BLOCK` numbers each; overwritten.
 */
export function accumulateShocks(persistence: Persistence, block: Float64Array): void {
  const { years, phi, fresh, reflection, weights } = persistence;
  if (years === 3) {
    accumulateThreeYears(persistence, block);
    return;
  }
  for (let k = 0; k < BLOCK; k++) {
    let product = 0;
    for (let c = 0; c < years; c++) product += (weights[c] as number) * (block[c * BLOCK + k] as number);
    let shock = (block[k] as number) - (reflection[0] as number) * product;
    let shocks = shock;
    block[k] = shocks;
    for (let t = 1; t < years; t++) {
      const at = t * BLOCK + k;
      shock = phi * shock + fresh * ((block[at] as number) - (reflection[t] as number) * product);
      shocks += shock;
      block[at] = shocks;
    }
  }
}

/** The same for three years, without the inner loops: the sums are taken in the same order, so the bits are the same. */
function accumulateThreeYears({ phi, fresh, reflection, weights }: Persistence, block: Float64Array): void {
  const [w0 = 0, w1 = 0, w2 = 0] = weights;
  const [r0 = 0, r1 = 0, r2 = 0] = reflection;
  for (let k = 0; k < BLOCK; k++) {
    const a = block[k] as number;
    const b = block[k + BLOCK] as number;
    const c = block[k + 2 * BLOCK] as number;
    const product = w0 * a + w1 * b + w2 * c;
    const first = a - r0 * product;
    const second = phi * first + fresh * (b - r1 * product);
    const third = phi * second + fresh * (c - r2 * product);
    block[k] = first;
    block[k + BLOCK] = first + second;
    block[k + 2 * BLOCK] = first + second + third;
  }
}

/**
 * Return how far nearly all cumulative shocks of a year lie from 0: at least four of their standard deviations.
 *
 * @param phi Persistence, 0 to 1.
 * @param year Which projected year, 0 for the first.
 * @returns Above 0, without unit.
 */
export function reachOf(phi: number, year: number): number {
  // A sum of t + 1 shocks deviates by t + 1 at most, and by sqrt(t + 1) at least where shocks do not last.
  return 4 * Math.sqrt((year + 1) * (1 + year * phi));
}
