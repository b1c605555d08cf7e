import type { Measure } from '../../plan/plan.ts';
import { growthInto, HIGHEST_LEVEL, nextLevel } from '../../projection/project-plan.ts';
import type { GrowthAssumption } from '../../growth/growth-shapes.ts';
import { indicatorAt, indicesBehind, type DrawModel } from '../draw-model.ts';

/** Gives `exp(s z_t)` of the indicator at a index: year after year, one number for each draw; none without a spread. */
export type YearlyFactorsOf = (index: number) => Float64Array | undefined;

/** What draws year by year are made with. */
export interface Stepping {
  readonly yearlyFactorsOf: YearlyFactorsOf;
  /** How many draws. */
  readonly draws: number;
  /** A growth assumption tried in place of one indicator's own, if any. */
  readonly tried?: { readonly index: number; readonly growth: GrowthAssumption };
}

/**
 * Return the draws of one indicator year by year, together with the draws of whatever feeds it:
 *
 *     x_{i,t} = max(0, f_{i,t}(x_{i,t-1}) + extra_{i,t} x_{i,t-1}) exp(s_i z_{i,t})
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param options the shocks, how many draws, and a growth assumption tried in place of the indicator's own, if any.
 * @returns `y_t` from the first projected year to the horizon: year after year, one number for each draw.
 */
export function steppedDraws(
  model: DrawModel,
  index: number,
  {
    yearlyFactorsOf,
    draws,
    tried,
  }: { yearlyFactorsOf: YearlyFactorsOf; draws: number; tried?: GrowthAssumption },
): Float64Array {
  const stepping = { yearlyFactorsOf, draws, ...(tried && { tried: { index, growth: tried } }) };
  const paths = steppedPaths(model, indicesBehind(model, index), stepping);
  return measured(paths.get(index) as Float64Array, model.projector.measures[index] as Measure, draws);
}

/**
 * Return the draws of several indicators year by year, each computed once however many it feeds.
 *
 * @param model What the draws are made from.
 * @param indices Their indices in the plan, in plan order, with every uncertain place that feeds one of them.
 * @param stepping The shocks, and how many draws.
 * @returns By index, levels from the baseline year to the horizon: year after year, one number for each draw.
 */
export function steppedPaths(
  model: DrawModel,
  indices: readonly number[],
  { yearlyFactorsOf, draws, tried }: Stepping,
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
      const shocks = yearlyFactorsOf(at);
      const from = t * draws;
      for (let k = 0; k < draws; k++) {
        const level = nextLevel(growth, path[from + k] as number, t, extra[k] as number);
        path[from + draws + k] =
          shocks === undefined ? level : Math.min(HIGHEST_LEVEL, level * (shocks[from + k] as number));
      }
    }
  }
  return paths;
}

/** Fill in what drivers and links add to an indicator's growth in one year, draw by draw. */
function fillExtra(
  extra: Float64Array,
  { projector, levels, kinds }: DrawModel,
  { at, step, paths }: { at: number; step: number; paths: ReadonlyMap<number, Float64Array> },
): void {
  const draws = extra.length;
  extra.fill(projector.driven[at]?.[step] as number);
  if (step === 0) return;
  for (const { from, strength } of projector.feeds[at] as DrawModel['projector']['feeds'][number]) {
    if (kinds[from] === 'certain') {
      const certain = levels[from] as Float64Array;
      const added = strength * growthInto(certain[step - 1] as number, certain[step] as number);
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

/**
 * Return what is compared with the target, from the first projected year on.
 *
 * @param path Levels from the baseline year: year after year, one number for each draw.
 * @param measure How they combine.
 * @param draws How many draws a year has.
 * @returns `y_t`, without the baseline year.
 */
export function measured(path: Float64Array, measure: Measure, draws: number): Float64Array {
  const values = path.slice(draws);
  if (measure === 'cumulative')
    for (let k = draws; k < values.length; k++)
      values[k] = (values[k] as number) + (values[k - draws] as number);
  return values;
}
