import { shippedPlans } from '../../src/plans.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';

export { shippedPlan } from '../../src/plans.ts';

/** The presets that ship with the default plan. */
export const illustrations = Object.fromEntries(shippedPlans[0].presets) as Readonly<
  Record<'border-shock' | 'weak-demand' | 'interactive-cycle', Scenario>
>;
