import type { IndicatorModel, PlanModel } from '../../src/core/plan/plan.ts';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';

/** A plan of these indicators, over some years from 2000; what is not said is a stock of 100 that asks for at least 150. */
export function smallPlan(indicators: readonly Partial<IndicatorModel>[], years = 3): PlanModel {
  return {
    id: 'small',
    baselineYear: 2000,
    horizonYear: 2000 + years,
    indicators: indicators.map((given, i) => ({
      number: i + 1,
      id: `indicator-${i + 1}`,
      code: `i${'abcdefgh'.charAt(i)}`,
      measure: 'stock',
      baseline: { value: 100 },
      target: { kind: 'at-least', min: 150 },
      ...given,
    })),
    drivers: [],
  };
}

/** A scenario about a plan in which only this is assumed. */
export function scenarioOf(plan: PlanModel, assumed: Partial<Scenario>): Scenario {
  return { ...emptyScenario(plan), ...assumed };
}
