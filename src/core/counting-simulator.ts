import { simulatePlan, type Simulation, type SimulationQuestion } from './engine.ts';
import { projectedYears } from './plan/plan.ts';
import { prepareProjection, projectPlan } from './projection/project-plan.ts';
import { countDraws, emptyCounts } from './uncertainty/count-draws.ts';
import { summariseCounts } from './uncertainty/count-summary.ts';
import { prepareDraws } from './uncertainty/draw-model.ts';
import { DEFAULT_DRAWS } from './uncertainty/draw-amounts.ts';
import type { LuckSetting } from './uncertainty/luck.ts';

/** Draws counted between two reports. */
const STEP = 65_536;

/**
 * Answer a question as `simulatePlan` does, in memory that does not grow with the number of draws: they are counted and
 * not kept. Shares are exactly the same, quantiles within a cell of `summariseCounts`.
 *
 * @param question What is asked; growth for a wanted share is not sought.
 * @param onProgress Told now and then how many draws are counted.
 * @returns Trajectories, verdicts, needed growth and what the draws say.
 */
export function simulateByCounting(
  { plan, scenario, draws = DEFAULT_DRAWS }: SimulationQuestion,
  onProgress: (counted: number) => void = () => {},
): Simulation {
  // Without spreads: everything that does not hang on draws.
  const certain = simulatePlan(plan, { ...scenario, spread: {} });
  const projector = prepareProjection(plan, scenario);
  const model = prepareDraws(projector, scenario, projectPlan(projector));
  if (model.kinds.every((kind) => kind === 'certain')) return certain;

  const { seed, rho, phi } = scenario;
  const setting: LuckSetting = { seed, rho, phi, years: projectedYears(plan), points: 'sobol' };
  let counts = emptyCounts(model);
  for (let from = 0; from < draws; from += STEP) {
    counts = countDraws(model, setting, { from, to: Math.min(draws, from + STEP) }, counts);
    onProgress(counts.draws);
  }
  const { indicators, shareByCount } = summariseCounts(model, setting, counts);
  return {
    ...certain,
    indicators: certain.indicators.map((result, place) => ({ ...result, drawn: indicators[place] })),
    joint: { draws, shareByCount },
  };
}
