import { assessTarget, isMet, metRange } from '../assessment/assess-target.ts';
import { projectedYears, type Measure } from '../plan/plan.ts';
import { projectPlan, type Projector } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ShockCache } from '../shocks/shock-cache.ts';
import { indicatorAt, indicesBehind, prepareDraws, type DrawModel } from '../draws/draw-model.ts';
import { metMaskOf, lognormalMetMask, steppingWith, summedDraws } from '../draws/indicator-draws.ts';
import { measured, steppedPaths } from '../draws/kinds/stepped.ts';
import { horizonValueAt } from './study.ts';

/** Which draws meet a target: 1 for each that does, else 0; one answer where all draws are the same. */
export type MetMask = Uint8Array | boolean;

/** Shocks that was needed before, by what it hangs on: the same for every assumption about growth, drivers and links. */
export type ShockCaches = Map<string, ShockCache>;

/** Return a caches that holds nothing yet. */
export function emptyShockCaches(): ShockCaches {
  return new Map();
}

/** How many settings a caches keeps. */
const MOST_KEPT = 3;

/**
 * Return the shocks of a scenario's draws.
 *
 * @param projector The prepared scenario.
 * @param scenario The scenario, for its seed, co-movement and persistence.
 * @param options How many draws, and the caches the shocks is taken from or put on.
 * @returns The shocks; the same whether it was kept or is made anew.
 */
export function cumulativeShocksOf(
  projector: Projector,
  { seed, rho, phi }: Scenario,
  { draws, caches }: { readonly draws: number; readonly caches: ShockCaches },
): ShockCache {
  const setting = { seed, rho, phi, draws, points: 'sobol', years: projectedYears(projector.plan) } as const;
  const key = JSON.stringify(setting);
  const shocks = caches.get(key) ?? new ShockCache(setting);
  caches.delete(key);
  caches.set(key, shocks);
  for (const old of [...caches.keys()].slice(0, -MOST_KEPT)) caches.delete(old);
  return shocks;
}

/**
 * Return which draws meet their targets, for some indicators. An indicator of which every draw is the projection is
 * not drawn.
 *
 * @param projector The prepared scenario.
 * @param indices Indices in the plan of the indicators wanted, in plan order.
 * @param options The scenario, for its spreads, and the kept shocks.
 * @returns By index.
 */
export function metMasksByIndex(
  projector: Projector,
  indices: readonly number[],
  { scenario, shocks }: { readonly scenario: Scenario; readonly shocks: ShockCache },
): ReadonlyMap<number, MetMask> {
  const model = prepareDraws(projector, scenario, projectPlan(projector));
  const stepped = indices.filter((index) => model.kinds[index] === 'stepped');
  const behind = new Set(stepped.flatMap((index) => indicesBehind(model, index)));
  const paths = steppedPaths(
    model,
    [...behind].sort((a, b) => a - b),
    steppingWith(model, shocks),
  );
  return new Map(indices.map((index) => [index, maskAt(model, index, { shocks, paths })]));
}

function maskAt(
  model: DrawModel,
  index: number,
  { shocks, paths }: { readonly shocks: ShockCache; readonly paths: ReadonlyMap<number, Float64Array> },
): MetMask {
  const { projector, levels, spreads, kinds } = model;
  const { number, target } = indicatorAt(model, index);
  const { draws } = shocks.setting;
  const path = levels[index] as Float64Array;
  const spread = spreads[index] as number;
  const range = metRange(target);
  if (kinds[index] === 'certain')
    return isMet(assessTarget(horizonValueAt(projector, levels, index), target).status);
  if (kinds[index] === 'scaled')
    return lognormalMetMask(shocks.cumulativeShocksOf(number), { path, spread, range, draws });
  const values =
    kinds[index] === 'summed'
      ? summedDraws(shocks.cumulativeFactorsOf(number, spread), path, draws)
      : measured(paths.get(index) as Float64Array, projector.measures[index] as Measure, draws);
  return metMaskOf(values.subarray(values.length - draws), range);
}

/**
 * Return the share of draws that meet a target.
 *
 * @param mask Which do.
 * @returns From 0 to 1.
 */
export function shareOf(mask: MetMask): number {
  if (typeof mask === 'boolean') return mask ? 1 : 0;
  let count = 0;
  for (let k = 0; k < mask.length; k++) count += mask[k] as number;
  return count / mask.length;
}

/**
 * Return the share of draws that meet two targets at once.
 *
 * @param a Which draws meet the one.
 * @param b Which draws meet the other, in the same order.
 * @returns From 0 to 1.
 */
export function shareOfBoth(a: MetMask, b: MetMask): number {
  if (typeof a === 'boolean') return a ? shareOf(b) : 0;
  if (typeof b === 'boolean') return b ? shareOf(a) : 0;
  let count = 0;
  for (let k = 0; k < a.length; k++) count += (a[k] as number) & (b[k] as number);
  return count / a.length;
}
