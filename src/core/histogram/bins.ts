import { highWord, withHighWord } from '../arithmetic/float-bits.ts';

/** Bins an octave of values is divided into: as many as the first 11 bits of the mantissa tell apart. */
const OCTAVE_BITS = 11;
/** Octaves below 1 that have bins, and as many from 1 up. */
const REACH = 20;
/** The rest of the mantissa in a double's high word. */
const REST_BITS = 20 - OCTAVE_BITS;
/** What the high word of 2^-20 says without the rest. */
const FIRST = (1023 - REACH) << OCTAVE_BITS;

/** How many bins values are counted into: 40 octaves around 1. */
export const VALUE_BINS = (2 * REACH) << OCTAVE_BITS;

/**
 * Count values into bins that are logarithmic: each is at most 2^-11 (0.05 %) of its value wide. The first holds
 * whatever lies below 2^-20 of the scale, the last whatever lies above 2^20 of it.
 *
 * @param values From 0.
 * @param scale What the middle of the bins stands for, above 0, in the same unit.
 * @param bins `VALUE_BINS` counts; added to.
 */
export function countValues(values: Float64Array, scale: number, bins: Int32Array): void {
  for (let k = 0; k < values.length; k++) {
    const index = (highWord((values[k] as number) / scale) >>> REST_BITS) - FIRST;
    const bin = index < 0 ? 0 : index < VALUE_BINS ? index : VALUE_BINS - 1;
    bins[bin] = (bins[bin] as number) + 1;
  }
}

/**
 * Return a value inside a bin.
 *
 * @param scale What the middle of the bins stands for.
 * @param bin Which, from 0.
 * @param share How far into it, 0 to 1.
 * @returns In the unit of `scale`; 0 in the first bin, which holds all zeros.
 */
export function valueInBin(scale: number, bin: number, share: number): number {
  if (bin === 0) return 0;
  const low = edge(bin);
  return scale * (low + share * (edge(bin + 1) - low));
}

function edge(bin: number): number {
  return withHighWord(0, (bin + FIRST) << REST_BITS);
}

/** How many bins shocks are counted into, over 12 standard deviations around 0. */
export const SHOCK_BINS = 4096;
const SHOCK_REACH = 6;
const BINS_BY_DEVIATION = SHOCK_BINS / (2 * SHOCK_REACH);

/**
 * Count shocks into bins of equal width, 12 / 4,096 of a standard deviation; the ends hold whatever lies beyond 6.
 *
 * @param shocks Normal with mean 0.
 * @param deviation Its standard deviation.
 * @param bins `SHOCK_BINS` counts; added to.
 */
export function countShocks(shocks: Float64Array, deviation: number, bins: Int32Array): void {
  const perUnit = BINS_BY_DEVIATION / deviation;
  for (let k = 0; k < shocks.length; k++) {
    const index = ((shocks[k] as number) * perUnit + SHOCK_BINS / 2) | 0;
    const bin = index < 0 ? 0 : index < SHOCK_BINS ? index : SHOCK_BINS - 1;
    bins[bin] = (bins[bin] as number) + 1;
  }
}

/**
 * Return shocks inside a bin.
 *
 * @param deviation Standard deviation of the shocks that were counted.
 * @param bin Which, from 0.
 * @param share How far into it, 0 to 1.
 */
export function shockInBin(deviation: number, bin: number, share: number): number {
  return deviation * ((bin + share) / BINS_BY_DEVIATION - SHOCK_REACH);
}

/**
 * Return order statistics from counts, each as if the values of a bin lay evenly in it.
 *
 * @param bins Counts by bin.
 * @param ranks Indices among all values in order, from 0.
 * @param valueIn Gives a value inside a bin.
 * @returns One value for each rank.
 */
export function statisticsFromBins(
  bins: Int32Array,
  ranks: readonly number[],
  valueIn: (bin: number, share: number) => number,
): Float64Array {
  const statistics = new Float64Array(ranks.length);
  const inOrder = ranks.map((rank, at) => ({ rank, at })).sort((a, b) => a.rank - b.rank);
  let bin = 0;
  let below = 0;
  for (const { rank, at } of inOrder) {
    while (below + (bins[bin] as number) <= rank) {
      below += bins[bin] as number;
      bin += 1;
    }
    statistics[at] = valueIn(bin, (rank - below + 0.5) / (bins[bin] as number));
  }
  return statistics;
}
