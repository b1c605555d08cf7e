import type { Indicator } from '../../src/core/plan/plan.ts';
import { planPreset } from '../../src/core/preset/plan-preset.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { simulatePlan, type IndicatorResult, type Simulation } from '../../src/core/simulate-plan.ts';
import { shippedPlan as plan } from '../helpers/shipped-plan.ts';

/** The scenario a page opened without one shows: 10 % a year everywhere, with the usual spread. */
export const ten: Scenario = planPreset(plan, 'ten-percent');
/** The same without a spread. */
export const certain: Scenario = { ...ten, spread: {} };

/** Return what follows from a scenario of the shipped plan, with as many draws as the page has. */
export function simulated(scenario: Scenario): Simulation {
  return simulatePlan(plan, scenario, { wantedShare: 0.8 });
}

/** Return one of the shipped plan's indicators and what follows for it, by its code. */
export function rowOf(
  code: string,
  scenario: Scenario,
): { readonly indicator: Indicator; readonly result: IndicatorResult } {
  const index = plan.indicators.findIndex((each) => each.code === code);
  return {
    indicator: plan.indicators[index] as Indicator,
    result: simulated(scenario).indicators[index] as IndicatorResult,
  };
}
