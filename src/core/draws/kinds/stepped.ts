import type { GrowthAssumption } from '../../growth/growth-shapes.ts';
import { metRange } from '../../assessment/assess-target.ts';
import type { Measure } from '../../plan/plan.ts';
import type { DrawKindFunctions } from '../draw-kind.ts';
import { firstValue, indicatorAt, indicesBehind, isUncertainAt, type DrawModel } from '../draw-model.ts';
import type { DrawShocks } from '../draw-shocks.ts';
import { summarise } from '../draw-summary.ts';
import { metMaskOf, shareOf } from '../met-mask.ts';
import { horizonOf, rateAtRank } from '../rate-at-rank.ts';
import { statisticsOf } from '../summary-ranks.ts';
import { steppedPaths } from './stepped-paths.ts';

/**
 * Year by year, together with whatever uncertain feeds it: growth that does not multiply, or growth that is fed.
 *
 *     x_{i,t} = max(0, f_{i,t}(x_{i,t-1}) + extra_{i,t} x_{i,t-1}) exp(s_i z_{i,t})
 */
export const stepped: DrawKindFunctions = {
  valuesOf: (model, index, shocks) => steppedDraws(model, index, { shocks }),

  draw(model, index, { shocks, ranks }) {
    const values = steppedDraws(model, index, { shocks });
    const metMask = maskOf(model, index, horizonOf(values, shocks.draws));
    const statistics = statisticsOf(values, ranks);
    const first = firstValue(model, index);
    return { metMask, summary: summarise(statistics, { first, ranks, shareMet: shareOf(metMask) }) };
  },

  metMaskOf(model, index, { shocks: { draws }, steppedPaths: paths }) {
    const values = measured(paths().get(index) as Float64Array, measureAt(model, index), draws);
    return maskOf(model, index, horizonOf(values, draws));
  },

  binned: 'values',

  count(model, index, { shocks, counter }) {
    const values = steppedDraws(model, index, { shocks });
    counter.countValues(values);
    return maskOf(model, index, horizonOf(values, shocks.draws));
  },

  summariseCounts: (model, index, { ranks, shareMet, valueStatistics }) =>
    summarise(valueStatistics(), { first: firstValue(model, index), ranks, shareMet }),

  hangsOn(model, index) {
    const { projector, levels, spreads, kinds } = model;
    const behind = indicesBehind(model, [index]).map((at) => [
      indicatorAt(model, at).number,
      kinds[at],
      spreads[at],
      projector.growth[at],
      [...(projector.driven[at] as Float64Array)],
      projector.feeds[at]?.map(({ from: feeder, strength }) => [
        indicatorAt(model, feeder).number,
        strength,
        isUncertainAt(model, feeder) ? null : [...(levels[feeder] as Float64Array)],
      ]),
      [...(levels[at] as Float64Array)],
    ]);
    return JSON.stringify(behind);
  },

  growthAtRank: (model, index, question) =>
    rateAtRank(model, index, {
      ...question,
      valuesAt: (rate) =>
        steppedDraws(model, index, { shocks: question.shocks, tried: { kind: 'compound', rate } }),
    }),
};

function measureAt({ projector }: DrawModel, index: number): Measure {
  return projector.measures[index] as Measure;
}

function maskOf(model: DrawModel, index: number, horizon: Float64Array): Uint8Array {
  return metMaskOf(horizon, metRange(indicatorAt(model, index).target));
}

/** `y_t` of one indicator from the first projected year on, in place of its own growth under one that is tried, if any. */
function steppedDraws(
  model: DrawModel,
  index: number,
  { shocks, tried }: { readonly shocks: DrawShocks; readonly tried?: GrowthAssumption },
): Float64Array {
  const stepping = { shocks, ...(tried && { tried: { index, growth: tried } }) };
  const paths = steppedPaths(model, indicesBehind(model, [index]), stepping);
  return measured(paths.get(index) as Float64Array, measureAt(model, index), shocks.draws);
}

/**
 * Return a function that gives the levels of all stepped indicators among some, and of whatever feeds those: computed when
 * first asked for, each once however many it feeds.
 *
 * @param model What the draws are made from.
 * @param indices Their indices in the plan.
 * @param shocks The shocks of the draws.
 */
export function sharedPaths(
  model: DrawModel,
  indices: readonly number[],
  shocks: DrawShocks,
): () => ReadonlyMap<number, Float64Array> {
  let paths: ReadonlyMap<number, Float64Array> | undefined;
  return () => {
    const own = indices.filter((index) => model.kinds[index] === 'stepped');
    return (paths ??= steppedPaths(model, indicesBehind(model, own), { shocks }));
  };
}

/** `y_t` without the baseline year, from levels with it; both year after year, one number for each draw. */
function measured(path: Float64Array, measure: Measure, draws: number): Float64Array {
  const values = path.slice(draws);
  if (measure === 'cumulative')
    for (let k = draws; k < values.length; k++)
      values[k] = (values[k] as number) + (values[k - draws] as number);
  return values;
}
