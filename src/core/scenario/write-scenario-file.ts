import type { PlanModel } from '../plan/plan.ts';
import { cleanName } from './scenario-name.ts';
import { canonicalScenario, type Scenario } from './scenario.ts';

/**
 * Return a scenario as the content of a scenario file: long names, rates as fractions, defaults left out but for the
 * seed and start, which say how it was made.
 *
 * @param plan The plan the scenario is about.
 * @param scenario The scenario.
 * @returns Plain data for `JSON.stringify`; `readScenarioFile` gives the same scenario back.
 */
export function scenarioFile(plan: PlanModel, scenario: Scenario): Readonly<Record<string, unknown>> {
  const { name: given, influences: links, ...rest } = canonicalScenario(plan, scenario);
  const name = cleanName(given);
  return { format: 1, ...rest, links, ...(name !== '' && { name }) };
}
