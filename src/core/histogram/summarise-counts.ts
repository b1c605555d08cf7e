import { LUCK_CELLS, luckInCell, statisticsFromCells, VALUE_CELLS, valueInCell } from './bins.ts';
import type { DrawCounts } from './count-draws.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import { indicatorAt, type DrawModel } from '../draws/draw-model.ts';
import type { Ensemble } from '../draws/ensemble.ts';
import { certainSummary, scaledValue, summarise, type DrawSummary } from '../draws/indicator-draws.ts';
import type { LuckSetting } from '../shocks/shock-source.ts';
import { rankTable, type RankTable } from '../draws/summary-ranks.ts';

/**
 * Return what counted draws say. Shares are exactly those of `drawPlan` for the same draws. Quantiles and dots are within
 * a cell of its: 2^-11 (0.05 %) of the value, or, where growth multiplies and nothing is summed, 0.003 standard
 * deviations of luck. Values below 2^-20 of the projection count as 0, values above 2^20 of it as 2^20 of it.
 *
 * @param model What the draws are made from.
 * @param setting What their luck hangs on.
 * @param counts From `countDraws`, of one draw at least.
 * @returns Shares, quantiles and the joint count.
 */
export function summariseCounts(model: DrawModel, setting: LuckSetting, counts: DrawCounts): Ensemble {
  const { draws } = counts;
  const ranks = rankTable(draws);
  const deviations = deviationsOf(setting);
  return {
    draws,
    indicators: model.levels.map((_, place): DrawSummary => {
      if (model.kinds[place] === 'certain') return certainSummary(model, place);
      const isSummed = model.projector.measures[place] === 'cumulative';
      return summarise(statisticsOfCounts(model, place, { counts, ranks, deviations }), {
        first: isSummed ? 0 : indicatorAt(model, place).baseline.value,
        ranks,
        shareMet: (counts.hits[place] as number) / draws,
      });
    }),
    shareByCount: Float64Array.from(counts.byCount, (count) => count / draws),
  };
}

/** Order statistics of one indicator, in the shape of `statisticsOf`. */
function statisticsOfCounts(
  model: DrawModel,
  place: number,
  {
    counts,
    ranks,
    deviations,
  }: { readonly counts: DrawCounts; readonly ranks: RankTable; readonly deviations: Float64Array },
): Float64Array {
  const path = model.levels[place] as Float64Array;
  const spread = model.spreads[place] as number;
  const scales = scalesOf(model, place);
  const isScaled = model.kinds[place] === 'scaled';
  const width = isScaled ? LUCK_CELLS : VALUE_CELLS;
  const cells = counts.cells[place] as Int32Array;
  const years = path.length - 1;
  const statistics = new Float64Array((years - 1) * ranks.everyYear.length + ranks.horizon.length);
  for (let t = 0; t < years; t++) {
    const wanted = t === years - 1 ? ranks.horizon : ranks.everyYear;
    const valueIn = isScaled
      ? (cell: number, share: number): number =>
          scaledValue(path, spread, { luck: luckInCell(deviations[t] as number, cell, share), year: t + 1 })
      : (cell: number, share: number): number => valueInCell(scales[t] as number, cell, share);
    const part = cells.subarray(t * width, (t + 1) * width);
    statistics.set(statisticsFromCells(part, wanted, valueIn), t * ranks.everyYear.length);
  }
  return statistics;
}
