/**
 * What draws converge to, where a formula says so: the oracles of `core/uncertainty`. They use the engine's own `Math`,
 * which core does not, and no draw.
 */

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Probability of a standard normal number below `z`: the series of the middle, the continued fraction of the tails. */
export function normalShare(z: number): number {
  if (z === Infinity) return 1;
  if (z === -Infinity) return 0;
  if (Math.abs(z) < 5) {
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 + normalDensity(z) * sum;
  }
  let fraction = Math.abs(z);
  for (let k = 60; k > 0; k--) fraction = Math.abs(z) + k / fraction;
  const tail = normalDensity(z) / fraction;
  return z < 0 ? tail : 1 - tail;
}

/** `v` of the model: the variance of the log of a stock or flow after some years, `s` and `phi` as fractions. */
export function logVariance(spread: number, phi: number, years: number): number {
  let sum = years;
  for (let k = 1; k < years; k++) sum += 2 * (years - k) * phi ** k;
  return spread * spread * sum;
}

/** Probability of exactly `k` successes among independent trials, `k` from 0. */
export function poissonBinomial(shares: readonly number[]): number[] {
  let counts = [1];
  for (const share of shares)
    counts = [...counts, 0].map((none, k) => none * (1 - share) + (counts[k - 1] ?? 0) * share);
  return counts;
}

/** An amount summed over three years, with shocks that lasts. */
export interface ThreeYears {
  /** Amounts of the three years without shocks. */
  readonly amounts: readonly [number, number, number];
  /** `s`, as a fraction. */
  readonly spread: number;
  readonly phi: number;
}

/**
 * Return the probability that the sum of three years reaches an edge, by nested quadrature: over the shocks of two years
 * by the trapezoid rule, which is exact to many digits for a normal weight, over the third by the normal distribution.
 */
export function sumReaches(min: number, { amounts, spread, phi }: ThreeYears): number {
  const STEP = 0.05;
  const fresh = Math.sqrt(1 - phi * phi);
  let probability = 0;
  for (let a = -8; a <= 8; a += STEP)
    for (let b = -8; b <= 8; b += STEP) {
      const second = phi * a + fresh * b;
      const sum = amounts[0] * Math.exp(spread * a) + amounts[1] * Math.exp(spread * (a + second));
      const carried = amounts[2] * Math.exp(spread * (a + second + phi * second));
      const needed = Math.log(Math.max(0, min - sum) / carried) / spread;
      const reached = fresh === 0 ? Number(needed <= 0) : normalShare(-needed / fresh);
      probability += STEP * STEP * normalDensity(a) * normalDensity(b) * reached;
    }
  return probability;
}
