import type { Simulation } from './simulate-plan.ts';
import type { Ensemble } from './draws/ensemble.ts';

/**
 * Return an answer with what an ensemble says in place of its own draws.
 *
 * @param simulation What follows from a scenario.
 * @param ensemble What draws of the same scenario say, indicators in the same order.
 */
export function withEnsemble(
  simulation: Simulation,
  { draws, shareByCount, indicators }: Ensemble,
): Simulation {
  return {
    ...simulation,
    joint: { draws, shareByCount },
    indicators: simulation.indicators.map((result, index) => ({ ...result, drawn: indicators[index] })),
  };
}
