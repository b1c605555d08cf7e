import type { PlanModel } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { withAssumption } from '../scenario/assumption.ts';
import type { ExploreRequest } from './explore.ts';
import type { SweepAxis } from './sweep.ts';

/**
 * Return a scenario without what the answer to a request does not hang on: equal scenarios, equal answers.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param request What is asked about it.
 * @returns A scenario with the same answer.
 */
export function scenarioBehind(plan: PlanModel, scenario: Scenario, request: ExploreRequest): Scenario {
  const unnamed = { ...scenario, name: '' };
  return request.kind === 'sweep' ? withoutRates(plan, unnamed, [request.across, request.up]) : unnamed;
}

/**
 * Return a scenario without what a sweep sets itself, so that it is the same wherever the two rates stand.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param pair The two axes.
 * @returns The scenario with both lead rates at 0; every sweep of it equals the sweep of the scenario given.
 */
export function withoutRates(
  plan: PlanModel,
  scenario: Scenario,
  pair: readonly Pick<SweepAxis, 'indicator'>[],
): Scenario {
  return pair.reduce(
    (before, { indicator }) =>
      withAssumption(plan, before, { assumption: { kind: 'growth', indicator }, value: 0 }),
    scenario,
  );
}
