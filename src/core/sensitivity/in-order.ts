import type { FlipPoint } from './flip-points.ts';
import type { TornadoBar } from './tornado.ts';

/**
 * Return flip points with the nearest first; equally near ones stay in their order.
 *
 * @param flips Any flip points of one scenario.
 */
export function nearestFirst(flips: readonly FlipPoint[]): readonly FlipPoint[] {
  return [...flips].sort((a, b) => a.distance - b.distance);
}

/**
 * Return bars with the longest first; equally long ones, and those of length 0 at the end, stay in their order.
 *
 * @param bars Any bars of one tornado.
 */
export function longestFirst(bars: readonly TornadoBar[]): readonly TornadoBar[] {
  return [...bars].sort((a, b) => b.swing - a.swing);
}
