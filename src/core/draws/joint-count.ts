import { WIDEST_BAND } from './quantiles.ts';

/** What the draws say of all targets together. */
export interface JointSummary {
  readonly draws: number;
  /** Share of draws in which exactly `k` targets are met, `k` from 0 to the number of indicators. */
  readonly shareByCount: Float64Array;
}

/**
 * Return the share of draws in which at least so many targets are met.
 *
 * @param joint What the draws say of all targets together.
 * @param count How many targets, from 0.
 * @returns 0 to 1; exactly 0 and 1 only where that is so.
 */
export function shareAtLeast({ draws, shareByCount }: JointSummary, count: number): number {
  let met = 0;
  // Whole draws are added up, so that no rounding makes nearly all of them all.
  for (let k = count; k < shareByCount.length; k++) met += Math.round((shareByCount[k] as number) * draws);
  return met / draws;
}

/**
 * Return the mean number of targets met, and the widest band of that number.
 *
 * @param joint What the draws say of all targets together.
 * @returns Numbers of targets; at most half of what the band leaves out meets fewer than `from`, or more than `to`.
 */
export function middleOf({ shareByCount }: JointSummary): { mean: number; from: number; to: number } {
  const { low, high } = WIDEST_BAND;
  let [mean, below, from, to] = [0, 0, 0, 0];
  shareByCount.forEach((share, count) => {
    mean += share * count;
    if (below <= low && below + share > low) from = count;
    if (below < high && share > 0) to = count;
    below += share;
  });
  return { mean, from, to };
}
