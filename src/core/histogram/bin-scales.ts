import { measuredValues } from '../projection/project-plan.ts';
import type { Measure } from '../plan/plan.ts';
import { indicatorAt, type DrawModel } from '../draws/draw-model.ts';
import type { ShockSetting } from '../shocks/shock-source.ts';

/**
 * Return what the draws of an indicator are divided by before they are counted: what is projected, or the baseline where
 * that is 0 (draws of a fixed amount a year need not be 0 where the projection is).
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @returns One scale for each projected year, above 0, in the indicator's unit.
 */
export function scalesOf(model: DrawModel, index: number): Float64Array {
  const { projector, levels } = model;
  const values = measuredValues(levels[index] as Float64Array, projector.measures[index] as Measure);
  return values.slice(1).map((value) => (value > 0 ? value : indicatorAt(model, index).baseline.value));
}

/**
 * Return the standard deviation of cumulative shocks, `sqrt(n + 2 sum_{k=1}^{n-1} (n - k) phi^k)` after `n` years.
 *
 * @param setting Persistence and years.
 * @returns One for each projected year, without unit.
 */
export function deviationsOf({ phi, years }: ShockSetting): Float64Array {
  const deviations = new Float64Array(years);
  // A year adds its own variance and, twice, its covariance with every year before it.
  let variance = 0;
  let covariance = 0;
  for (let t = 0; t < years; t++) {
    variance += 1 + 2 * covariance;
    covariance = phi * (covariance + 1);
    deviations[t] = Math.sqrt(variance);
  }
  return deviations;
}
