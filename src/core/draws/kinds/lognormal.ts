import { exp } from '../../arithmetic/exp.ts';
import { log } from '../../arithmetic/log.ts';
import { metRange } from '../../assessment/assess-target.ts';
import { rateReaching } from '../../assessment/needed-growth.ts';
import { HIGHEST_LEVEL } from '../../projection/project-plan.ts';
import type { DrawKindFunctions } from '../draw-kind.ts';
import { firstValue, indicatorAt, type DrawModel } from '../draw-model.ts';
import { summarise, type DrawSummary } from '../draw-summary.ts';
import { shareOf } from '../met-mask.ts';
import { orderStatistics } from '../order-statistics.ts';
import type { RankTable } from '../summary-ranks.ts';

/**
 * A stock or flow under growth that multiplies: `y_t = yhat_t exp(s Z_t)`, `Z` the cumulative shocks. It rises with the
 * shocks, so that their order is the order of the draws, and one that meets the target is told by its shocks alone.
 */
export const lognormal: DrawKindFunctions = {
  valuesOf({ levels, spreads }, index, { draws, cumulativeShocksOf }) {
    const path = levels[index] as Float64Array;
    const spread = spreads[index] as number;
    const shocks = cumulativeShocksOf(index);
    const values = new Float64Array(shocks.length);
    for (let from = 0; from < values.length; from += draws) {
      const level = path[from / draws + 1] as number;
      for (let k = from; k < from + draws; k++)
        values[k] = Math.min(HIGHEST_LEVEL, level * exp(spread * (shocks[k] as number)));
    }
    return values;
  },

  draw(model, index, { shocks, ranks, shockStatisticsOf }) {
    const metMask = maskOf(model, index, shocks.cumulativeShocksOf(index));
    const shareMet = shareOf(metMask);
    return {
      metMask,
      summary: summariseShocks(model, index, { ranks, shareMet, shocks: shockStatisticsOf(index) }),
    };
  },

  metMaskOf: (model, index, { shocks }) => maskOf(model, index, shocks.cumulativeShocksOf(index)),

  binned: 'shocks',

  count(model, index, { shocks: { cumulativeShocksOf }, counter }) {
    const shocks = cumulativeShocksOf(index);
    counter.countShocks(shocks);
    return maskOf(model, index, shocks);
  },

  summariseCounts: (model, index, { ranks, shareMet, shockStatistics }) =>
    summariseShocks(model, index, { ranks, shareMet, shocks: shockStatistics() }),

  hangsOn: () => '',

  growthAtRank(
    { projector, levels, spreads },
    index,
    { edge, value, rank, shocks: { draws, cumulativeShocksOf } },
  ) {
    const spread = spreads[index] as number;
    const shocks = cumulativeShocksOf(index);
    // The draw of that rank is the rate's own value times its factor, whatever the rate.
    const [deciding = 0] = orderStatistics(shocks.subarray(shocks.length - draws), [rank]);
    const answer = rateReaching(projector, levels, index)(edge, value / exp(spread * deciding));
    return answer.kind === 'found'
      ? answer
      : { kind: answer.kind, best: answer.best * exp(spread * deciding) };
  },
};

/** Mark the draws that meet the target, by comparing shocks with the shocks it takes. */
function maskOf(model: DrawModel, index: number, shocks: Float64Array): Uint8Array {
  const path = model.levels[index] as Float64Array;
  const spread = model.spreads[index] as number;
  const { from, to } = metRange(indicatorAt(model, index).target);
  const level = path.at(-1) as number;
  const draws = shocks.length / (path.length - 1);
  const metMask = new Uint8Array(draws);
  const least = from <= 0 ? -Infinity : log(from / level) / spread;
  const most = to === Infinity ? Infinity : log(to / level) / spread;
  const offset = shocks.length - draws;
  for (let k = 0; k < draws; k++) {
    const z = shocks[offset + k] as number;
    // No branch: it would be guessed wrong every other time.
    metMask[k] = Number(z >= least) & Number(z <= most);
  }
  return metMask;
}

/** What draws say, from the order statistics of their shocks in the shape of `statisticsOf`. */
function summariseShocks(
  model: DrawModel,
  index: number,
  {
    ranks,
    shareMet,
    shocks,
  }: { readonly ranks: RankTable; readonly shareMet: number; readonly shocks: Float64Array },
): DrawSummary {
  const path = model.levels[index] as Float64Array;
  const spread = model.spreads[index] as number;
  const years = path.length - 1;
  const statistics = shocks.map((z, at) => {
    const year = Math.min(years, 1 + Math.floor(at / ranks.everyYear.length));
    return Math.min(HIGHEST_LEVEL, (path[year] as number) * exp(spread * z));
  });
  return summarise(statistics, { first: firstValue(model, index), ranks, shareMet });
}
