import type { PlanModel } from '../../../src/core/plan/plan.ts';
import { prepareProjection, projectPlan } from '../../../src/core/projection/project-plan.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { prepareDraws, type DrawModel } from '../../../src/core/draws/draw-model.ts';
import type { ShockSetting } from '../../../src/core/shocks/shock-source.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

/** A plan with an indicator of every kind of draws: lognormal, a sum of such, stepped in three ways, and deterministic. */
export const ALL_KINDS: PlanModel = smallPlan([
  { id: 'lognormal', target: { kind: 'at-least', min: 130 } },
  { id: 'sum', measure: 'cumulative', target: { kind: 'within', min: 350, max: 370 } },
  { id: 'linear', target: { kind: 'at-most', max: 130 } },
  { id: 'fed', target: { kind: 'at-least', min: 101 } },
  { id: 'shrinking', measure: 'flow', target: { kind: 'at-least', min: 1 } },
  { id: 'deterministic', target: { kind: 'at-least', min: 120 } },
]);

/** A scenario about it: growth of 10 % a year, an amount, an influence, and an amount that takes all there is. */
export const ANY_KIND: Scenario = scenarioOf(ALL_KINDS, {
  growth: {
    lognormal: { kind: 'compound', rate: 0.1 },
    sum: { kind: 'compound', rate: 0.1 },
    linear: { kind: 'linear', amount: 10 },
    shrinking: { kind: 'linear', amount: -100 / 3 },
    deterministic: { kind: 'compound', rate: 0.1 },
  },
  spread: { lognormal: 4, sum: 4, linear: 5, shrinking: 6 },
  influences: [{ to: 'fed', from: 'lognormal', strength: 0.1 }],
  rho: 0.3,
  phi: 0.5,
  seed: 11,
});

/** What the draws of a scenario are made from. */
export function drawModelOf(plan: PlanModel, scenario: Scenario): DrawModel {
  const projector = prepareProjection(plan, scenario);
  return prepareDraws(projector, scenario, projectPlan(projector));
}

/** What the shocks of a scenario over three years hang on. */
export function shockSettingOf({ seed, rho, phi }: Scenario): ShockSetting {
  return { seed, rho, phi, years: 3, points: 'sobol' };
}
