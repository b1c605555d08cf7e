import { simulatePlan, type Simulation } from '../../src/core/simulate-plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { DrawCaches } from '../../src/core/draws/draw-caches.ts';
import { workload, type WorkloadSize } from './workload.ts';

/**
 * Return a whole ensemble: every run with shocks of its own, of which nothing is cached; only the arrays are used again, as
 * in the page's worker.
 *
 * @param draws How many.
 * @param size Of the workload.
 */
export function wholeEnsemble(draws: number, size: WorkloadSize = {}): () => Simulation {
  const { plan, scenario } = workload(size);
  const caches = new DrawCaches();
  let seed = 0;
  return () => simulatePlan(plan, { ...scenario, seed: (seed += 1) }, { draws, dots: false, caches });
}

/**
 * Return a slider's move: every run with the same shocks, and another rate for one indicator.
 *
 * @param draws How many.
 * @param index The indicator's index: 0 is a stock, 3 is summed over the years.
 */
export function sliderMove(draws: number, index: number): () => Simulation {
  const { plan, scenario } = workload();
  const caches = new DrawCaches();
  const id = plan.indicators[index]?.id ?? '';
  let step = 0;
  return () => {
    // Never the same rate again: draws are cached by their content.
    step = (step + 1) % 100_000;
    const moved: Scenario = {
      ...scenario,
      growth: { ...scenario.growth, [id]: { kind: 'compound', rate: 0.05 + step / 1_000_000 } },
    };
    return simulatePlan(plan, moved, { draws, caches, dots: false });
  };
}

/** Indices of a stock and of a sum in the workload. */
export const STOCK = 0;
export const SUM = 3;
