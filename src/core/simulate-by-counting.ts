import { simulatePlan, type Simulation, type SimulationQuestion } from './simulate-plan.ts';
import { spreadOf } from './scenario/scenario.ts';
import { DEFAULT_DRAWS } from './draws/draw-amounts.ts';
import { countInSteps, summariseParts } from './histogram/count-in-steps.ts';
import { withEnsemble } from './with-ensemble.ts';

/**
 * Answer a question as `simulatePlan` does, in memory that does not grow with the number of draws: they are counted and
 * forgotten. Shares are exactly the same, quantiles within a bin of `summariseCounts`.
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
  const undrawn = simulatePlan(plan, { ...scenario, spread: {} });
  if (plan.indicators.every(({ id }) => spreadOf(scenario, id) === 0)) return undrawn;
  const counts = countInSteps({ plan, scenario }, { from: 0, to: draws }, onProgress);
  return withEnsemble(undrawn, summariseParts({ plan, scenario }, [counts]));
}
