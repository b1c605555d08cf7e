import { equalData } from '../equal-data.ts';
import type { PlanModel } from '../plan/plan.ts';
import { roundScenario } from './round-scenario.ts';
import { cleanName } from './scenario-name.ts';
import { canonicalScenario, type Scenario } from './scenario.ts';

/**
 * Return whether two scenarios of a plan say the same, name included: their canonical forms are equal once every number
 * is rounded to what a link can hold.
 */
export function sameScenario(plan: PlanModel, a: Scenario, b: Scenario): boolean {
  return a === b || equalData(comparable(plan, a), comparable(plan, b));
}

function comparable(plan: PlanModel, scenario: Scenario): Scenario {
  return canonicalScenario(plan, roundScenario({ ...scenario, name: cleanName(scenario.name) }));
}
