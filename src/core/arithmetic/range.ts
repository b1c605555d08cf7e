/** A range a number must lie in, ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Return the number of a range nearest to a value.
 *
 * @param value Any number but NaN.
 * @returns The value itself where it lies in the range, else the nearer end.
 */
export function clamp(value: number, range: Range): number {
  return Math.min(range.to, Math.max(range.from, value));
}
