import type { MetRange } from '../assessment/assess-target.ts';

/** Which draws meet a target: 1 for each that does, else 0; one answer where all draws are the same. */
export type MetMask = Uint8Array | boolean;

/**
 * Mark the values that meet a target.
 *
 * @param values In the horizon year, one for each draw, in the target's unit.
 * @param range What meets the target.
 */
export function metMaskOf(values: Float64Array, { from, to }: MetRange): Uint8Array {
  const metMask = new Uint8Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    // No branch: it would be guessed wrong every other time.
    metMask[k] = Number(value >= from) & Number(value <= to);
  }
  return metMask;
}

/**
 * Return the share of draws that meet a target.
 *
 * @param mask Which do.
 * @returns From 0 to 1.
 */
export function shareOf(mask: MetMask): number {
  if (typeof mask === 'boolean') return mask ? 1 : 0;
  let count = 0;
  for (let k = 0; k < mask.length; k++) count += mask[k] as number;
  return count / mask.length;
}

/**
 * Return the share of draws that meet two targets at once.
 *
 * @param a Which draws meet the one.
 * @param b Which draws meet the other, in the same order.
 * @returns From 0 to 1.
 */
export function shareOfBoth(a: MetMask, b: MetMask): number {
  if (typeof a === 'boolean') return a ? shareOf(b) : 0;
  if (typeof b === 'boolean') return b ? shareOf(a) : 0;
  let count = 0;
  for (let k = 0; k < a.length; k++) count += (a[k] as number) & (b[k] as number);
  return count / a.length;
}
