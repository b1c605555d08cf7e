import type { Plan } from '../../src/core/plan/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { ScenarioToSave } from '../../src/state/saved-scenarios.ts';

/** A scenario to be saved, to which nothing was done since it was opened from a link. */
export function toSave(
  plan: Plan,
  scenario: Scenario,
  { id, order }: Pick<ScenarioToSave, 'id' | 'order'>,
): ScenarioToSave {
  const loaded = { origin: { kind: 'link' }, scenario } as const;
  return { id, order, plan, history: { steps: [{ edit: undefined, scenario, loaded }], at: 0, revision: 0 } };
}
