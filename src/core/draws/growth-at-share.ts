import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { edgeValue, type Edge } from '../plan/target.ts';
import { DRAW_KINDS } from './draw-kinds.ts';
import { indicatorAt, kindAtConstantRate, type DrawModel } from './draw-model.ts';
import type { DrawShocks } from './draw-shocks.ts';

/**
 * Return the constant rate of growth at which the share of draws that meet an indicator's target is a wanted one, all
 * else unchanged, in place of its own assumption. The draws are common to all rates, so the share only rises with the
 * rate (falls, for `at-most`), and the rate is where the draw of the right rank meets the edge.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param options The shocks of all draws, and the wanted share, above 0 and at most 1.
 * @returns The rate as a fraction a year, or the value of that rank nearest to the edge that any rate gives.
 */
export function growthAtShare(
  model: DrawModel,
  index: number,
  { shocks, share }: { readonly shocks: DrawShocks; readonly share: number },
): NeededGrowth {
  const { target } = indicatorAt(model, index);
  const edge: Edge = target.kind === 'at-most' ? 'max' : 'min';
  const value = edgeValue(target, edge) as number;
  const { draws } = shocks;
  // So many draws have to meet the target; the last of them is the one that decides.
  const meeting = Math.min(draws, Math.max(1, Math.ceil(share * draws)));
  const rank = edge === 'min' ? draws - meeting : meeting - 1;
  const kind = DRAW_KINDS[kindAtConstantRate(model, index)];
  return kind.growthAtRank(model, index, { edge, value, rank, shocks });
}
