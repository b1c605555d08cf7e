import type { IndicatorModel, Measure, PlanModel } from '../../src/core/plan/plan.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';

/** What every figure about draws is measured on, and every other library is given to compute. */
export interface Workload {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
  /** By index: growth and spread as fractions a year, and the value that meets the target, in its unit. */
  readonly assumed: readonly { readonly rate: number; readonly spread: number; readonly least: number }[];
}

/** How large it is, and how the indicators move together. */
export interface WorkloadSize {
  readonly indicators?: number;
  readonly years?: number;
  /** Co-movement, 0 to 0.95. */
  readonly rho?: number;
}

/** Co-movement wherever nothing else is said. */
export const CORRELATED = 0.3;

/** The easiest and the hardest target lie so many standard deviations from the median draw. */
const HARDEST = 1.3;

/**
 * Return a plan with a scenario: stocks and flows in turn, every fifth indicator summed over the years, growth of 1 to
 * 18 % a year with spreads of 2 to 12 points, and targets from easy to hard. Always the same for the same size.
 *
 * @param size 14 indicators, 3 years and co-movement 0.3 if not stated.
 * @returns Plan and scenario, with seed 1.
 */
export function workload({ indicators = 14, years = 3, rho = CORRELATED }: WorkloadSize = {}): Workload {
  const random = fixedNumbers();
  const assumed = Array.from({ length: indicators }, (_, index) => {
    const baseline = Math.pow(10, 1 + 5 * random());
    const rate = Math.round(1e4 * (0.01 + 0.17 * random())) / 1e4;
    const spread = Math.round(1e4 * (0.02 + 0.1 * random())) / 1e4;
    const z = HARDEST * ((2 * ((index * 5) % indicators)) / Math.max(1, indicators - 1) - 1);
    return { baseline, rate, spread, least: valueAt(measureOf(index), { baseline, rate, spread, years, z }) };
  });
  const plan: PlanModel = {
    id: 'workload',
    baselineYear: 2022,
    horizonYear: 2022 + years,
    indicators: assumed.map(({ baseline, least }, index): IndicatorModel => ({
      number: index + 1,
      id: idOf(index),
      code: `I${index + 1}`,
      measure: measureOf(index),
      baseline: { value: baseline },
      target: { kind: 'at-least', min: least },
    })),
    drivers: [],
  };
  const byId = <Value>(valueOf: (index: number) => Value): Record<string, Value> =>
    Object.fromEntries(assumed.map((_, index) => [idOf(index), valueOf(index)]));
  const scenario: Scenario = {
    ...emptyScenario(plan),
    rho,
    growth: byId((index): GrowthAssumption => ({ kind: 'compound', rate: assumed[index]?.rate ?? 0 })),
    spread: byId((index) => 100 * (assumed[index]?.spread ?? 0)),
  };
  return { plan, scenario, assumed };
}

function idOf(index: number): string {
  return `indicator-${index + 1}`;
}

function measureOf(index: number): Measure {
  if (index % 5 === 3) return 'cumulative';
  return index % 2 === 1 ? 'flow' : 'stock';
}

/** The value about `z` standard deviations above the median draw; for a sum, as if it were lognormal. */
function valueAt(
  measure: Measure,
  {
    baseline,
    rate,
    spread,
    years,
    z,
  }: {
    readonly baseline: number;
    readonly rate: number;
    readonly spread: number;
    readonly years: number;
    readonly z: number;
  },
): number {
  const levels = Array.from({ length: years }, (_, t) => baseline * Math.pow(1 + rate, t + 1));
  if (measure !== 'cumulative') return (levels[years - 1] ?? 0) * Math.exp(z * spread * Math.sqrt(years));
  const total = levels.reduce((sum, level) => sum + level, 0);
  // The shocks of a year moves the levels from that year on, so the sum moves by their part of it.
  let variance = 0;
  let rest = 0;
  for (const level of levels.reverse()) {
    rest += level;
    variance += (rest / total) * (rest / total);
  }
  return total * Math.exp(z * spread * Math.sqrt(variance));
}

/** A small generator, used only to make up numbers that stay the same. */
function fixedNumbers(): () => number {
  let state = 20222025;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
