import { SHOCK_BINS, shockInBin, statisticsFromBins, VALUE_BINS, valueInBin } from './bins.ts';
import type { DrawCounts } from './count-draws.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import { indicatorAt, type DrawModel } from '../draws/draw-model.ts';
import type { Ensemble } from '../draws/ensemble.ts';
import { certainSummary, scaledValue, summarise, type DrawSummary } from '../draws/indicator-draws.ts';
import type { ShockSetting } from '../shocks/shock-source.ts';
import { rankTable, type RankTable } from '../draws/summary-ranks.ts';

/**
 * Return what counted draws say. Shares are exactly those of `drawPlan` for the same draws. Quantiles and dots are within
 * a bin of its: 2^-11 (0.05 %) of the value, or, where growth multiplies and nothing is summed, 0.003 standard
 * deviations of shocks. Values below 2^-20 of the projection count as 0, values above 2^20 of it as 2^20 of it.
 *
 * @param model What the draws are made from.
 * @param setting What their shocks hangs on.
 * @param counts From `countDraws`, of one draw at least.
 * @returns Shares, quantiles and the joint count.
 */
export function summariseCounts(model: DrawModel, setting: ShockSetting, counts: DrawCounts): Ensemble {
  const { draws } = counts;
  const ranks = rankTable(draws);
  const deviations = deviationsOf(setting);
  return {
    draws,
    indicators: model.levels.map((_, index): DrawSummary => {
      if (model.kinds[index] === 'certain') return certainSummary(model, index);
      const isSummed = model.projector.measures[index] === 'cumulative';
      return summarise(statisticsOfCounts(model, index, { counts, ranks, deviations }), {
        first: isSummed ? 0 : indicatorAt(model, index).baseline.value,
        ranks,
        shareMet: (counts.metCounts[index] as number) / draws,
      });
    }),
    shareByCount: Float64Array.from(counts.byCount, (count) => count / draws),
  };
}

/** Order statistics of one indicator, in the shape of `statisticsOf`. */
function statisticsOfCounts(
  model: DrawModel,
  index: number,
  {
    counts,
    ranks,
    deviations,
  }: { readonly counts: DrawCounts; readonly ranks: RankTable; readonly deviations: Float64Array },
): Float64Array {
  const path = model.levels[index] as Float64Array;
  const spread = model.spreads[index] as number;
  const scales = scalesOf(model, index);
  const isScaled = model.kinds[index] === 'scaled';
  const width = isScaled ? SHOCK_BINS : VALUE_BINS;
  const bins = counts.bins[index] as Int32Array;
  const years = path.length - 1;
  const statistics = new Float64Array((years - 1) * ranks.everyYear.length + ranks.horizon.length);
  for (let t = 0; t < years; t++) {
    const wanted = t === years - 1 ? ranks.horizon : ranks.everyYear;
    const valueIn = isScaled
      ? (bin: number, share: number): number =>
          scaledValue(path, spread, { shocks: shockInBin(deviations[t] as number, bin, share), year: t + 1 })
      : (bin: number, share: number): number => valueInBin(scales[t] as number, bin, share);
    const part = bins.subarray(t * width, (t + 1) * width);
    statistics.set(statisticsFromBins(part, wanted, valueIn), t * ranks.everyYear.length);
  }
  return statistics;
}
