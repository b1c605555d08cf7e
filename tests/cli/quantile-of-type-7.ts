/**
 * The quantile of type 7 of Hyndman and Fan, by its definition: between the sorted values around `(N - 1) p`.
 *
 * @param values In any order; at least one.
 * @param p Probability, 0 to 1.
 */
export function quantileOfType7(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const lower = sorted[Math.floor(h)] ?? NaN;
  const upper = sorted[Math.ceil(h)] ?? NaN;
  return lower + (h - Math.floor(h)) * (upper - lower);
}
