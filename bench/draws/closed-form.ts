import { QUANTILES, type Probability } from '../../src/core/draws/quantiles.ts';
import type { Workload } from './workload.ts';

/** What all draws together tend to; independent of the code that draws. */
export interface ClosedForm {
  /** By index: the probability that the target is met. */
  readonly shares: readonly number[];
  /** By index, projected year and quantile: the value, and the density of its logarithm there. */
  readonly quantiles: readonly (readonly (readonly { p: Probability; value: number; density: number }[])[])[];
  /** Probability that exactly `k` targets are met. */
  readonly shareByCount: readonly number[];
}

/** The trapezoidal rule over +-6 standard deviations: exact to about 1e-9 for what is integrated here. */
const STEP = 0.75;
const NODES = Array.from({ length: 17 }, (_, k) => {
  const z = STEP * (k - 8);
  return { z, weight: STEP * density(z) };
});

/**
 * Return the exact answers for a workload of three years without persistence: lognormal for stocks and flows,
 * integrals over all years but the first for sums. The joint count is taken for given common shocks, in which the
 * indicators are independent, and integrated over those.
 *
 * @param workload With any co-movement.
 */
export function closedForm({ plan, scenario, assumed }: Workload): ClosedForm {
  const { rho } = scenario;
  const none = [0, 0, 0];
  const indices = plan.indicators.map(({ baseline, measure }, index) => {
    const { rate, spread, least } = assumed[index] as Workload['assumed'][number];
    return { baseline: baseline.value, isSum: measure === 'cumulative', rate, spread, least };
  });
  const shares = indices.map(
    (each) => 1 - below(each, { value: each.least, years: 3, common: none, rho: 0 }),
  );
  const quantiles = indices.map((each) =>
    none.map((_, year) =>
      QUANTILES.map((p) => {
        const at = (logarithm: number): number =>
          below(each, { value: Math.exp(logarithm), years: year + 1, common: none, rho: 0 });
        const middle = Math.log(each.baseline * (each.isSum ? year + 1 : 1));
        const found = rootOf((x) => at(x) - p, middle - 5, middle + 5);
        const h = 1e-3;
        return { p, value: Math.exp(found), density: (at(found + h) - at(found - h)) / (2 * h) };
      }),
    ),
  );
  return { shares, quantiles, shareByCount: rho === 0 ? countOf(shares) : countOverShocks(indices, rho) };
}

/** One indicator, in numbers. */
interface Index {
  readonly baseline: number;
  readonly isSum: boolean;
  readonly rate: number;
  readonly spread: number;
  readonly least: number;
}

/** Integrate the distribution of the count over the common shocks of each of three years. */
function countOverShocks(indices: readonly Index[], rho: number): number[] {
  const total = indices.map(() => 0).concat(0);
  for (const a of NODES)
    for (const b of NODES)
      for (const c of NODES) {
        const common = [a.z, b.z, c.z];
        const shares = indices.map((each) => 1 - below(each, { value: each.least, years: 3, common, rho }));
        const weight = a.weight * b.weight * c.weight;
        countOf(shares).forEach((share, k) => (total[k] = (total[k] ?? 0) + weight * share));
      }
  return total;
}

/** The number of successes among independent ones: Poisson-binomial. */
function countOf(shares: readonly number[]): number[] {
  const counts = [1];
  for (const share of shares) {
    counts.push(0);
    for (let k = counts.length - 1; k >= 0; k--)
      counts[k] = (counts[k] ?? 0) * (1 - share) + (k > 0 ? (counts[k - 1] ?? 0) * share : 0);
  }
  return counts;
}

/**
 * The probability of a value or less after some years, given the common shocks. The first year's own shock scales the
 * whole path, so it is integrated in closed form.
 */
function below(
  { baseline, isSum, rate, spread }: Index,
  {
    value,
    years,
    common,
    rho,
  }: {
    readonly value: number;
    readonly years: number;
    readonly common: readonly number[];
    readonly rho: number;
  },
): number {
  const own = spread * Math.sqrt(1 - rho);
  const drift = (year: number): number => Math.log(1 + rate) + spread * Math.sqrt(rho) * (common[year] ?? 0);
  const reach = Math.log(value / baseline);
  if (!isSum) {
    let sum = 0;
    for (let year = 0; year < years; year++) sum += drift(year);
    return probability((reach - sum) / (own * Math.sqrt(years)));
  }
  // x_1 (1 + g_2 (1 + g_3)): what follows the first year, as a multiple of its level.
  const average = (year: number, multiple: number): number => {
    if (year === 0) return probability((reach - Math.log(multiple) - drift(0)) / own);
    let sum = 0;
    for (const { z, weight } of NODES)
      sum += weight * average(year - 1, 1 + multiple * Math.exp(drift(year) + own * z));
    return sum;
  };
  return average(years - 1, 1);
}

/** A root of an increasing function between two numbers, by halving. */
function rootOf(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The standard normal distribution: a series near the middle, a continued fraction in the tails; about 1e-14. */
function probability(x: number): number {
  const a = Math.abs(x);
  let tail;
  if (a < 3) {
    let term = a;
    let sum = a;
    for (let k = 1; term > 1e-17; k++) {
      term *= (a * a) / (2 * k + 1);
      sum += term;
    }
    tail = 0.5 - sum * density(a);
  } else {
    let fraction = 0;
    for (let k = 40; k > 0; k--) fraction = k / (a + fraction);
    tail = density(a) / (a + fraction);
  }
  return x < 0 ? tail : 1 - tail;
}
