import type { Simulation } from '../../core/simulate-plan.ts';

/** Return at least how many targets the joint statement is about: as chosen, or as many as are met, but not none. */
export function leastAsked(chosen: number | undefined, simulation: Simulation | undefined): number {
  return chosen ?? Math.max(1, simulation?.met ?? 1);
}
