import { exp } from '../arithmetic/exp.ts';
import { findRoot } from '../arithmetic/find-root.ts';
import {
  HIGHEST_RATE,
  LOWEST_RATE,
  neededGrowth,
  rateReaching,
  type NeededGrowth,
} from '../assessment/needed-growth.ts';
import { edgeValue, type Edge } from '../plan/target.ts';
import { projectPlan } from '../projection/project-plan.ts';
import type { ShockCache } from '../shocks/shock-cache.ts';
import { feedersOf, indicatorAt, kindUnder, type DrawModel } from './draw-model.ts';
import { drawKey, steppingWith, summedDraws } from './indicator-draws.ts';
import { orderStatistics } from './order-statistics.ts';
import { steppedDraws } from './kinds/stepped.ts';

/** How near to the edge the root is taken, relative to it: inside the tolerance at which an edge counts as met. */
const CLOSE_ENOUGH = 1e-10;
/** How far from a first guess the first bracket reaches, as a fraction a year, and by how much it widens. */
const FIRST_REACH = 0.05;
const WIDENING = 4;

/**
 * Return the constant rate of growth at which the share of draws that meet an indicator's target is a wanted one, all
 * else unchanged, in place of its own assumption. The draws are common to all rates, so the share only rises with the
 * rate (falls, for `at-most`), and the rate is where the draw of the right rank meets the edge.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param options The kept shocks, and the wanted share, above 0 and at most 1.
 * @returns The rate as a fraction a year, or the value of that rank nearest to the edge that any rate gives.
 */
export function growthAtShare(
  model: DrawModel,
  index: number,
  { memory, share }: { readonly memory: ShockCache; readonly share: number },
): NeededGrowth {
  const { projector, levels, spreads } = model;
  const { target, number } = indicatorAt(model, index);
  const edge: Edge = target.kind === 'at-most' ? 'max' : 'min';
  const value = edgeValue(target, edge) as number;
  const { draws } = memory.setting;
  // So many draws have to meet the target; the last of them is the one that decides.
  const meeting = Math.min(draws, Math.max(1, Math.ceil(share * draws)));
  const rank = edge === 'min' ? draws - meeting : meeting - 1;

  const isFed = feedersOf(projector, index).some((from) => model.kinds[from] !== 'certain');
  const spread = spreads[index] as number;
  if (!isFed && spread === 0) return neededGrowth(projector, levels, index)[edge] as NeededGrowth;
  const kind = isFed ? 'stepped' : kindUnder({ kind: 'compound', rate: 0 }, measureAt(model, index));
  if (kind === 'scaled') {
    const shocks = memory.cumulativeShocksOf(number);
    const [deciding = 0] = orderStatistics(shocks.subarray(shocks.length - draws), [rank]);
    const answer = rateReaching(projector, levels, index)(edge, value / exp(spread * deciding));
    return answer.kind === 'found'
      ? answer
      : { kind: answer.kind, best: answer.best * exp(spread * deciding) };
  }

  const valueAt = (rate: number): number => {
    const tried = { kind: 'compound', rate } as const;
    const values =
      kind === 'summed'
        ? summedDraws(
            memory.cumulativeFactorsOf(number, spread),
            projectPlan(projector, { index, rate })[index] as Float64Array,
            draws,
          )
        : steppedDraws(model, index, { ...steppingWith(model, memory), tried });
    return orderStatistics(values.subarray(values.length - draws), [rank])[0] as number;
  };
  const needed = neededGrowth(projector, levels, index)[edge];
  return rateWhere(valueAt, { edge, value, guess: needed?.kind === 'found' ? needed.rate : 0 });
}

/**
 * Return what growth for a wanted share hangs on besides the shocks, as a text; the indicator's own assumption is not
 * among it unless its growth comes back to it over links.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param share The wanted share.
 */
export function growthAtShareKey(model: DrawModel, index: number, share: number): string {
  const { projector, spreads } = model;
  const { baseline, target } = indicatorAt(model, index);
  const own = [
    share,
    measureAt(model, index),
    spreads[index],
    baseline.value,
    target,
    [...(projector.driven[index] as Float64Array)],
  ];
  const feeds = projector.feeds[index] as DrawModel['projector']['feeds'][number];
  if (feeds.length === 0) return JSON.stringify(own);
  const behind = feeds.map(({ from, strength }) => [
    indicatorAt(model, from).number,
    strength,
    drawKey(model, from),
  ]);
  return JSON.stringify([...own, behind]);
}

function measureAt({ projector }: DrawModel, index: number): 'stock' | 'flow' | 'cumulative' {
  return projector.measures[index] as 'stock' | 'flow' | 'cumulative';
}

/** The rate at which a value is reached, sought in a bracket that widens from a guess. */
function rateWhere(
  valueAt: (rate: number) => number,
  { edge, value, guess }: { readonly edge: Edge; readonly value: number; readonly guess: number },
): NeededGrowth {
  // Above 0 on the side of the edge where the target is met, which is the side to end on.
  const inside = (rate: number): number => (edge === 'min' ? valueAt(rate) - value : value - valueAt(rate));
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
