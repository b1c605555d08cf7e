import { shippedPlans } from '../../src/plans.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';

/** The default plan. */
export const shippedPlan = shippedPlans[0].plan;

/** The presets that ship with the default plan. */
export const illustrations = Object.fromEntries(shippedPlans[0].presets) as Readonly<
  Record<'border-shock' | 'weak-demand' | 'interactive-cycle', Scenario>
>;
