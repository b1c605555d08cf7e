import { exp } from '../../arithmetic/exp.ts';
import { metRange } from '../../assessment/assess-target.ts';
import { HIGHEST_LEVEL, measuredValues, projectPlan } from '../../projection/project-plan.ts';
import type { DrawKindFunctions } from '../draw-kind.ts';
import { firstValue, indicatorAt, type DrawModel } from '../draw-model.ts';
import { summarise } from '../draw-summary.ts';
import { metMaskOf, shareOf } from '../met-mask.ts';
import type { ValueRange } from '../order-statistics.ts';
import { horizonOf, rateAtRank } from '../rate-at-rank.ts';
import { statisticsOf } from '../summary-ranks.ts';

/** Up to this spread, as a fraction, sums lie so near their projection that bins around it tell them apart. */
const NARROW = 0.15;

/** Growth that multiplies, summed over the years: `y_t = sum_{u<=t} xhat_u exp(s Z_u)`. */
export const lognormalSum: DrawKindFunctions = {
  valuesOf: ({ levels }, index, { draws, cumulativeFactorsOf }) =>
    sumsOf(cumulativeFactorsOf(index), levels[index] as Float64Array, draws),

  draw(model, index, { shocks, ranks, reachIn }) {
    const spread = model.spreads[index] as number;
    const values = lognormalSum.valuesOf(model, index, shocks);
    const metMask = maskOf(model, index, horizonOf(values, shocks.draws));
    const projected = measuredValues(model.levels[index] as Float64Array, 'cumulative');
    const rangeIn = (year: number): ValueRange => {
      const factor = exp(spread * reachIn(year));
      const value = projected[year + 1] as number;
      return { low: value / factor, high: value * factor };
    };
    const statistics = statisticsOf(values, ranks, spread < NARROW ? rangeIn : undefined);
    const first = firstValue(model, index);
    return { metMask, summary: summarise(statistics, { first, ranks, shareMet: shareOf(metMask) }) };
  },

  metMaskOf: (model, index, { shocks }) =>
    maskOf(model, index, horizonOf(lognormalSum.valuesOf(model, index, shocks), shocks.draws)),

  binned: 'values',

  count(model, index, { shocks, counter }) {
    const values = lognormalSum.valuesOf(model, index, shocks);
    counter.countValues(values);
    return maskOf(model, index, horizonOf(values, shocks.draws));
  },

  summariseCounts: (model, index, { ranks, shareMet, valueStatistics }) =>
    summarise(valueStatistics(), { first: firstValue(model, index), ranks, shareMet }),

  hangsOn: () => '',

  growthAtRank(model, index, question) {
    const { draws, cumulativeFactorsOf } = question.shocks;
    return rateAtRank(model, index, {
      ...question,
      valuesAt: (rate) => {
        const path = projectPlan(model.projector, { index, rate })[index] as Float64Array;
        return sumsOf(cumulativeFactorsOf(index), path, draws);
      },
    });
  },
};

/** `y_t` from factors `exp(s Z_t)` and the projected levels from the baseline year on; same shape as the factors. */
function sumsOf(factors: Float64Array, path: Float64Array, draws: number): Float64Array {
  const values = new Float64Array(factors.length);
  for (let at = 0; at < factors.length; at += draws) {
    const level = path[at / draws + 1] as number;
    for (let k = at; k < at + draws; k++) {
      const amount = level * (factors[k] as number);
      values[k] =
        (at === 0 ? 0 : (values[k - draws] as number)) + (amount < HIGHEST_LEVEL ? amount : HIGHEST_LEVEL);
    }
  }
  return values;
}

function maskOf(model: DrawModel, index: number, horizon: Float64Array): Uint8Array {
  return metMaskOf(horizon, metRange(indicatorAt(model, index).target));
}
