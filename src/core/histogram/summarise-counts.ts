import { SHOCK_BINS, shockInBin, statisticsFromBins, VALUE_BINS, valueInBin } from './bins.ts';
import type { DrawCounts } from './count-draws.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import { drawKindAt } from '../draws/draw-kinds.ts';
import type { DrawModel } from '../draws/draw-model.ts';
import type { Ensemble } from '../draws/ensemble.ts';
import type { ShockSetting } from '../shocks/shock-source.ts';
import { DOTS, rankTable, type RankTable } from '../draws/summary-ranks.ts';

/**
 * Return what counted draws say. Shares are exactly those of `drawPlan` for the same draws. Quantiles and dots are within
 * a bin of its: 2^-11 (0.05 %) of the value, or, where growth multiplies and nothing is summed, 0.003 standard
 * deviations of shocks. Values below 2^-20 of the projection count as 0, values above 2^20 of it as 2^20 of it.
 *
 * @param model What the draws are made from.
 * @param setting What their shocks hang on.
 * @param counts From `countDraws`, of one draw at least.
 * @returns Shares, quantiles and the joint count.
 */
export function summariseCounts(model: DrawModel, setting: ShockSetting, counts: DrawCounts): Ensemble {
  const { draws } = counts;
  const ranks = rankTable(draws, DOTS);
  const deviations = deviationsOf(setting);
  return {
    draws,
    indicators: model.levels.map((_, index) => {
      const bins = counts.bins[index] as Int32Array;
      const scales = scalesOf(model, index);
      return drawKindAt(model, index).summariseCounts(model, index, {
        ranks,
        shareMet: (counts.metCounts[index] as number) / draws,
        shockStatistics: () =>
          statisticsByYear(bins, { ranks, width: SHOCK_BINS, scales: deviations, numberIn: shockInBin }),
        valueStatistics: () =>
          statisticsByYear(bins, { ranks, width: VALUE_BINS, scales, numberIn: valueInBin }),
      });
    }),
    shareByCount: Float64Array.from(counts.byCount, (count) => count / draws),
  };
}

/** How the bins of an indicator are read. */
interface BinReading {
  readonly ranks: RankTable;
  /** How many bins a year has. */
  readonly width: number;
  /** One for each projected year. */
  readonly scales: Float64Array;
  /** Gives a number inside a bin. */
  readonly numberIn: (scale: number, bin: number, share: number) => number;
}

/** Order statistics of one indicator, in the shape of `statisticsOf`. */
function statisticsByYear(bins: Int32Array, { ranks, width, scales, numberIn }: BinReading): Float64Array {
  const years = scales.length;
  const statistics = new Float64Array((years - 1) * ranks.everyYear.length + ranks.horizon.length);
  for (let t = 0; t < years; t++) {
    const sought = t === years - 1 ? ranks.horizon : ranks.everyYear;
    const part = bins.subarray(t * width, (t + 1) * width);
    const found = statisticsFromBins(part, sought, (bin, share) => numberIn(scales[t] as number, bin, share));
    statistics.set(found, t * ranks.everyYear.length);
  }
  return statistics;
}
