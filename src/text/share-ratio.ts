/** So near to a whole number a product of a share counts as one. */
const TOLERANCE = 1e-9;

/** `n` of every `of`. */
export interface ShareRatio {
  readonly n: number;
  readonly of: number;
}

/**
 * Return a share as so many of so many.
 *
 * @param share From 0 to 1.
 * @param denominators What it may be counted out of, best first; the last is taken where none of them divides evenly.
 * @returns Whole numbers.
 */
export function shareRatio(share: number, denominators: readonly number[]): ShareRatio {
  const isWhole = (of: number): boolean => Math.abs(share * of - Math.round(share * of)) < TOLERANCE;
  const of = denominators.find(isWhole) ?? denominators.at(-1) ?? 1;
  return { n: Math.round(share * of), of };
}
