import { projectedYears, type PlanModel } from '../../src/core/plan/plan.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';

/** A valid scenario that no link is long enough for: many drivers, each with an effect of its own on every indicator. */
export function tooLong(plan: PlanModel): Scenario {
  const years = projectedYears(plan);
  const drivers = Array.from({ length: 60 }, (_, d) => ({
    id: `driver${String.fromCharCode(97 + Math.floor(d / 26), 97 + (d % 26))}`,
    intensity: Array.from({ length: years }, (__, year) => (d - 30) / 8 + year / 1000),
    effects: Object.fromEntries(plan.indicators.map(({ id }, at) => [id, d + 1 + at / 1000])),
  }));
  return canonicalScenario(plan, { ...emptyScenario(plan), name: 'Many drivers', drivers });
}
