import { countShocks, countValues, SHOCK_BINS, VALUE_BINS } from './bins.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import type { BinnedQuantity, BinCounter } from '../draws/draw-kind.ts';
import { drawKindAt } from '../draws/draw-kinds.ts';
import type { DrawModel } from '../draws/draw-model.ts';
import { shocksOfRange, type DrawRange } from '../draws/draw-shocks.ts';
import { shockSource, type ShockSetting } from '../shocks/shock-source.ts';

/** Draws computed at a time: enough to keep loops long, few enough to stay in the processor's cache. */
const CHUNK = 4096;

/** How many bins a year of an indicator has, by what is counted. */
const BINS: Readonly<Record<BinnedQuantity, number>> = {
  nothing: 0,
  shocks: SHOCK_BINS,
  values: VALUE_BINS,
};

/**
 * What is counted over draws, instead of the draws: plain data of a size that does not hang on how many there are.
 * Counts of two ranges add up to the counts of both, to the last bit.
 */
export interface DrawCounts {
  readonly draws: number;
  /** By index in the plan: how many draws meet the target. */
  readonly metCounts: Int32Array;
  /** Entry `k`: in how many draws exactly `k` targets are met, `k` from 0 to the number of indicators. */
  readonly byCount: Int32Array;
  /**
   * By index in the plan, year after year: how many draws fall into each bin, bins of shocks or of values over
   * `scalesOf`, by what the kind of the indicator's draws is counted by.
   */
  readonly bins: readonly Int32Array[];
}

/**
 * Return the counts of no draws.
 *
 * @param model What the draws are made from.
 */
export function emptyCounts(model: DrawModel): DrawCounts {
  const { levels } = model;
  return {
    draws: 0,
    metCounts: new Int32Array(levels.length),
    byCount: new Int32Array(levels.length + 1),
    bins: levels.map((path, index) => {
      const width = BINS[drawKindAt(model, index).binned];
      return new Int32Array((path.length - 1) * width);
    }),
  };
}

/**
 * Count a range of draws. They are the very draws `drawPlan` draws, so that shares from the counts are exactly its
 * shares; the shocks of every draw hang on its number alone, so that any ranges may be counted anywhere, in any order.
 *
 * @param model What the draws are made from.
 * @param setting What their shocks hang on.
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
  const deviations = deviationsOf(setting);
  const indicators = model.levels.map((_, index) => ({
    kind: drawKindAt(model, index),
    counter: binCounter(counts.bins[index] as Int32Array, { deviations, scales: scalesOf(model, index) }),
  }));
  for (let from = range.from; from < range.to; from += CHUNK) {
    const shocks = shocksOfRange(model, source, { from, to: Math.min(range.to, from + CHUNK) });
    const metByDraw = new Uint16Array(shocks.draws);
    indicators.forEach(({ kind, counter }, index) => {
      const met = addMask(kind.count(model, index, { shocks, counter }), metByDraw);
      counts.metCounts[index] = (counts.metCounts[index] as number) + met;
    });
    for (const met of metByDraw) counts.byCount[met] = (counts.byCount[met] as number) + 1;
  }
  return { ...counts, draws: counts.draws + Math.max(0, range.to - range.from) };
}

/** Add a met mask draw by draw to how many targets each draw meets; returns how many draws meet this one. */
function addMask(mask: Uint8Array, metByDraw: Uint16Array): number {
  let met = 0;
  for (let k = 0; k < mask.length; k++) {
    const meets = mask[k] as number;
    met += meets;
    metByDraw[k] = (metByDraw[k] as number) + meets;
  }
  return met;
}

/** Counts into an indicator's bins; scales and deviations by year, as `scalesOf` and `deviationsOf` give them. */
function binCounter(
  bins: Int32Array,
  { deviations, scales }: { readonly deviations: Float64Array; readonly scales: Float64Array },
): BinCounter {
  const years = scales.length;
  return {
    countShocks(shocks) {
      const draws = shocks.length / years;
      for (let t = 0; t < years; t++)
        countShocks(partOf(shocks, t, draws), deviations[t] as number, partOf(bins, t, SHOCK_BINS));
    },
    countValues(values) {
      const draws = values.length / years;
      for (let t = 0; t < years; t++)
        countValues(partOf(values, t, draws), scales[t] as number, partOf(bins, t, VALUE_BINS));
    },
  };
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
