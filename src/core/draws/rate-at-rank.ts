import { findRoot } from '../arithmetic/find-root.ts';
import { HIGHEST_RATE, LOWEST_RATE, neededGrowth, type NeededGrowth } from '../assessment/needed-growth.ts';
import type { ShareQuestion } from './draw-kind.ts';
import type { DrawModel } from './draw-model.ts';
import { orderStatistics } from './order-statistics.ts';

/** How near to the edge the root is taken, relative to it: inside the tolerance at which an edge counts as met. */
const CLOSE_ENOUGH = 1e-10;
/** How far from a first guess the first bracket reaches, as a fraction a year, and by how much it widens. */
const FIRST_REACH = 0.05;
const WIDENING = 4;

/**
 * Return the part of the horizon year.
 *
 * @param values Year after year one number for each draw.
 * @param draws How many draws a year has.
 */
export function horizonOf(values: Float64Array, draws: number): Float64Array {
  return values.subarray(values.length - draws);
}

/**
 * Return the constant rate at which the draw of some rank lies on an edge, where no formula gives it: sought in a bracket
 * that widens from needed growth without shocks.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param question Edge, value and rank; and a function that gives all draws at a rate, in the shape of `valuesOf`.
 * @returns The rate as a fraction a year, or the value of that rank nearest to the edge that any rate gives.
 */
export function rateAtRank(
  { projector, levels }: DrawModel,
  index: number,
  {
    edge,
    value,
    rank,
    shocks: { draws },
    valuesAt,
  }: ShareQuestion & { readonly valuesAt: (rate: number) => Float64Array },
): NeededGrowth {
  const valueAt = (rate: number): number =>
    orderStatistics(horizonOf(valuesAt(rate), draws), [rank])[0] as number;
  // Above 0 on the side of the edge where the target is met, which is the side to end on.
  const inside = (rate: number): number => (edge === 'min' ? valueAt(rate) - value : value - valueAt(rate));
  const needed = neededGrowth(projector, levels, index)[edge];
  const guess = needed?.kind === 'found' ? needed.rate : 0;
  for (let reach = FIRST_REACH; ; reach *= WIDENING) {
    const low = Math.max(LOWEST_RATE, guess - reach);
    const high = Math.min(HIGHEST_RATE, guess + reach);
    const [atLow, atHigh] = [inside(low), inside(high)];
    if (atLow * atHigh <= 0)
      return { kind: 'found', rate: findRoot(inside, { low, high }, value * CLOSE_ENOUGH) };
    if (low === LOWEST_RATE && high === HIGHEST_RATE) {
      const nearest = Math.abs(atLow) < Math.abs(atHigh) ? atLow : atHigh;
      return { kind: 'out-of-reach', best: edge === 'min' ? value + nearest : value - nearest };
    }
  }
}
