/**
 * Return flip points with the nearest first; equally near ones stay in their order.
 *
 * @param flips Any flip points of one scenario.
 */
export function nearestFirst<Flip extends { readonly distance: number }>(
  flips: readonly Flip[],
): readonly Flip[] {
  return [...flips].sort((a, b) => a.distance - b.distance);
}

/**
 * Return bars with the longest first; equally long ones, and those of length 0 at the end, stay in their order.
 *
 * @param bars Any bars of one tornado.
 */
export function longestFirst<Bar extends { readonly swing: number }>(bars: readonly Bar[]): readonly Bar[] {
  return [...bars].sort((a, b) => b.swing - a.swing);
}
