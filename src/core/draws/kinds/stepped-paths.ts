import type { GrowthAssumption } from '../../growth/growth-shapes.ts';
import { growthInto, HIGHEST_LEVEL, nextLevel } from '../../projection/project-plan.ts';
import { indicatorAt, isUncertainAt, type DrawModel } from '../draw-model.ts';
import type { DrawShocks } from '../draw-shocks.ts';

/** What draws year by year are made with. */
export interface Stepping {
  readonly shocks: DrawShocks;
  /** A growth assumption tried in place of one indicator's own, if any. */
  readonly tried?: { readonly index: number; readonly growth: GrowthAssumption };
}

/**
 * Return the draws of several indicators year by year, each computed once however many it feeds.
 *
 * @param model What the draws are made from.
 * @param indices Their indices in the plan, in plan order, with every uncertain one that feeds one of them.
 * @param stepping The shocks, and a growth assumption that is tried.
 * @returns By index, levels from the baseline year to the horizon: year after year, one number for each draw.
 */
export function steppedPaths(
  model: DrawModel,
  indices: readonly number[],
  { shocks: { draws, yearlyFactorsOf }, tried }: Stepping,
): ReadonlyMap<number, Float64Array> {
  const { projector, levels } = model;
  const years = (levels[0] as Float64Array).length - 1;
  const paths = new Map<number, Float64Array>();
  for (const at of indices) {
    const path = new Float64Array((years + 1) * draws);
    paths.set(at, path.fill(indicatorAt(model, at).baseline.value, 0, draws));
  }
  const extra = new Float64Array(draws);
  for (let t = 0; t < years; t++) {
    for (const at of indices) {
      const path = paths.get(at) as Float64Array;
      const growth = at === tried?.index ? tried.growth : (projector.growth[at] as GrowthAssumption);
      fillExtra(extra, model, { at, step: t, paths });
      const factors = yearlyFactorsOf(at);
      const from = t * draws;
      for (let k = 0; k < draws; k++) {
        const level = nextLevel(growth, path[from + k] as number, t, extra[k] as number);
        path[from + draws + k] =
          factors === undefined ? level : Math.min(HIGHEST_LEVEL, level * (factors[from + k] as number));
      }
    }
  }
  return paths;
}

/** Fill in what drivers and influences add to an indicator's growth in one year, draw by draw. */
function fillExtra(
  extra: Float64Array,
  model: DrawModel,
  { at, step, paths }: { at: number; step: number; paths: ReadonlyMap<number, Float64Array> },
): void {
  const { projector, levels } = model;
  const draws = extra.length;
  extra.fill(projector.driven[at]?.[step] as number);
  if (step === 0) return;
  for (const { from, strength } of projector.feeds[at] as DrawModel['projector']['feeds'][number]) {
    if (!isUncertainAt(model, from)) {
      const projected = levels[from] as Float64Array;
      const added = strength * growthInto(projected[step - 1] as number, projected[step] as number);
      for (let k = 0; k < draws; k++) extra[k] = (extra[k] as number) + added;
      continue;
    }
    const path = paths.get(from) as Float64Array;
    const now = step * draws;
    for (let k = 0; k < draws; k++)
      extra[k] =
        (extra[k] as number) +
        strength * growthInto(path[now - draws + k] as number, path[now + k] as number);
  }
}
