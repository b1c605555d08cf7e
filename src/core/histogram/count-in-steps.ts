import { projectedYears, type PlanModel } from '../plan/plan.ts';
import { prepareProjection, projectPlan } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { countDraws, emptyCounts, mergeCounts, type DrawCounts } from './count-draws.ts';
import { summariseCounts } from './summarise-counts.ts';
import { prepareDraws, type DrawModel } from '../draws/draw-model.ts';
import type { DrawRange } from '../draws/draw-shocks.ts';
import type { Ensemble } from '../draws/ensemble.ts';
import type { ShockSetting } from '../shocks/shock-source.ts';

/** Draws counted between two reports: some 10 ms of work, more before the engine has compiled it. */
const STEP = 8192;

/** A scenario of a plan that is to be drawn more often than draws can be held. */
export interface ManyDrawsQuestion {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
}

/**
 * Count a range of draws of a scenario, step by step.
 *
 * @param question The plan and the scenario.
 * @param range Which draws.
 * @param onStep Called after every step with how many draws of the range are done.
 * @returns The counts of the range; those of other ranges can be added.
 */
export function countInSteps(
  question: ManyDrawsQuestion,
  { from, to }: DrawRange,
  onStep: (done: number) => void,
): DrawCounts {
  const { model, setting } = prepare(question);
  let counts = emptyCounts(model);
  for (let start = from; start < to; start += STEP) {
    const end = Math.min(to, start + STEP);
    counts = countDraws(model, setting, { from: start, to: end }, counts);
    onStep(end - from);
  }
  return counts;
}

/**
 * Return what the counts of all ranges say together.
 *
 * @param question The plan and the scenario they were counted for.
 * @param parts Counts of ranges that share no draw; at least one.
 * @returns Shares, quantiles and the joint count.
 */
export function summariseParts(question: ManyDrawsQuestion, parts: readonly DrawCounts[]): Ensemble {
  const { model, setting } = prepare(question);
  return summariseCounts(model, setting, parts.reduce(mergeCounts));
}

function prepare({ plan, scenario }: ManyDrawsQuestion): {
  readonly model: DrawModel;
  readonly setting: ShockSetting;
} {
  const projector = prepareProjection(plan, scenario);
  const { seed, rho, phi } = scenario;
  return {
    model: prepareDraws(projector, scenario, projectPlan(projector)),
    setting: { seed, rho, phi, years: projectedYears(plan), points: 'sobol' },
  };
}
