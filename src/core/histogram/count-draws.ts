import { metRange } from '../assessment/assess-target.ts';
import { countShocks, countValues, SHOCK_BINS, VALUE_BINS } from './bins.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import { indicatorAt, type DrawKind, type DrawModel } from '../draws/draw-model.ts';
import { drawRange, type DrawRange, type RangeDraws } from '../draws/draw-range.ts';
import { certainSummary, metMaskOf, lognormalMetMask } from '../draws/indicator-draws.ts';
import { shockSource, type ShockSetting } from '../shocks/shock-source.ts';

/** Draws computed at a time: enough to keep loops long, few enough to stay in the processor's cache. */
const CHUNK = 4096;

/** How many bins a year of an indicator has. */
const BINS: Readonly<Record<DrawKind, number>> = {
  certain: 0,
  scaled: SHOCK_BINS,
  summed: VALUE_BINS,
  stepped: VALUE_BINS,
};

/**
 * What is counted over draws, in place of the draws: plain data of a size that does not hang on how many there are.
 * Counts of two ranges add up to the counts of both, to the last bit.
 */
export interface DrawCounts {
  readonly draws: number;
  /** By index in the plan: how many draws meet the target. */
  readonly metCounts: Int32Array;
  /** Entry `k`: in how many draws exactly `k` targets are met, `k` from 0 to the number of indicators. */
  readonly byCount: Int32Array;
  /**
   * By index in the plan, year after year: how many draws fall into each bin, bins of shocks for a `scaled`
   * indicator and of values over `scalesOf` for the others; empty for a `certain` one.
   */
  readonly bins: readonly Int32Array[];
}

/**
 * Return the counts of no draws.
 *
 * @param model What the draws are made from.
 */
export function emptyCounts({ levels, kinds }: DrawModel): DrawCounts {
  return {
    draws: 0,
    metCounts: new Int32Array(levels.length),
    byCount: new Int32Array(levels.length + 1),
    bins: levels.map((path, index) => {
      const width = BINS[kinds[index] as DrawKind];
      return new Int32Array((path.length - 1) * width);
    }),
  };
}

/**
 * Count a range of draws. They are the very draws `drawPlan` draws, so that shares from the counts are exactly its
 * shares; the shocks of every draw hangs on its number alone, so that any ranges may be counted anywhere, in any order.
 *
 * @param model What the draws are made from.
 * @param setting What their shocks hangs on.
 * @param range Which draws.
 * @param counts What is already counted, if anything; its arrays are added to, and belong to the result from then on.
 * @returns The counts with those of the range.
 */
export function countDraws(
  model: DrawModel,
  setting: ShockSetting,
  range: DrawRange,
  counts: DrawCounts = emptyCounts(model),
): DrawCounts {
  const source = shockSource(setting);
  const scales = model.levels.map((_, index) => scalesOf(model, index));
  const deviations = deviationsOf(setting);
  for (let from = range.from; from < range.to; from += CHUNK) {
    const chunk = drawRange(model, source, { from, to: Math.min(range.to, from + CHUNK) });
    const metByDraw = new Uint16Array(chunk.draws);
    for (let index = 0; index < scales.length; index++) {
      const bins = counts.bins[index] as Int32Array;
      const mask = countIndicator(model, index, {
        chunk,
        bins,
        scales: scales[index] as Float64Array,
        deviations,
      });
      let met = 0;
      for (let k = 0; k < mask.length; k++) {
        const meets = mask[k] as number;
        met += meets;
        metByDraw[k] = (metByDraw[k] as number) + meets;
      }
      counts.metCounts[index] = (counts.metCounts[index] as number) + met;
    }
    for (const met of metByDraw) counts.byCount[met] = (counts.byCount[met] as number) + 1;
  }
  return { ...counts, draws: counts.draws + Math.max(0, range.to - range.from) };
}

/** Count one indicator's bins over a chunk, and return which of its draws meet the target. */
function countIndicator(
  model: DrawModel,
  index: number,
  {
    chunk,
    bins,
    scales,
    deviations,
  }: {
    readonly chunk: RangeDraws;
    readonly bins: Int32Array;
    readonly scales: Float64Array;
    readonly deviations: Float64Array;
  },
): Uint8Array {
  const { levels, spreads, kinds } = model;
  const { draws } = chunk;
  const years = scales.length;
  const range = metRange(indicatorAt(model, index).target);
  switch (kinds[index]) {
    case 'certain':
      return new Uint8Array(draws).fill(certainSummary(model, index).shareMet);
    case 'scaled': {
      const shocks = chunk.cumulativeShocksOf(index);
      for (let t = 0; t < years; t++)
        countShocks(partOf(shocks, t, draws), deviations[t] as number, partOf(bins, t, SHOCK_BINS));
      const path = levels[index] as Float64Array;
      return lognormalMetMask(shocks, { path, spread: spreads[index] as number, range, draws });
    }
    default: {
      const values = chunk.valuesOf(index);
      for (let t = 0; t < years; t++)
        countValues(partOf(values, t, draws), scales[t] as number, partOf(bins, t, VALUE_BINS));
      return metMaskOf(partOf(values, years - 1, draws), range);
    }
  }
}

/** The part of a year, of arrays that hold one part of a certain width for each. */
function partOf<Values extends Float64Array | Int32Array>(all: Values, year: number, width: number): Values {
  return all.subarray(year * width, (year + 1) * width) as Values;
}

/**
 * Return the counts of two ranges of draws together.
 *
 * @param one Counts of a plan under a scenario.
 * @param other Counts of other draws of the same plan under the same scenario.
 * @returns New counts; neither is changed.
 */
export function mergeCounts(one: DrawCounts, other: DrawCounts): DrawCounts {
  return {
    draws: one.draws + other.draws,
    metCounts: sumOf(one.metCounts, other.metCounts),
    byCount: sumOf(one.byCount, other.byCount),
    bins: one.bins.map((bins, index) => sumOf(bins, other.bins[index] as Int32Array)),
  };
}

function sumOf(one: Int32Array, other: Int32Array): Int32Array {
  return one.map((count, at) => count + (other[at] as number));
}
