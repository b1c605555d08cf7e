import type { JointSummary } from '../simulate-plan.ts';

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
  for (let k = count; k < shareByCount.length; k++) met += Math.round((shareByCount[k] ?? 0) * draws);
  return met / draws;
}

/**
 * Return the mean number of targets met and the middle nine tenths of the draws.
 *
 * @param joint What the draws say of all targets together.
 * @returns Numbers of targets; at most a twentieth of the draws meets fewer than `from`, or more than `to`.
 */
export function middleOf({ shareByCount }: JointSummary): { mean: number; from: number; to: number } {
  let [mean, below] = [0, 0];
  let from: number | undefined;
  let to = 0;
  shareByCount.forEach((share, count) => {
    mean += share * count;
    if (below + share > 0.05 && from === undefined) from = count;
    if (below < 0.95 && share > 0) to = count;
    below += share;
  });
  return { mean, from: from ?? 0, to };
}
