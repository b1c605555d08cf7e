import type { MetMask } from './met-mask.ts';

/**
 * Counts how many targets each draw meets. What was counted last is brought up to date by the differences: mostly the
 * draws of one indicator alone have changed since.
 */
export class JointCounter {
  readonly #counts: Uint16Array;
  /** By indicator number: the masks that are in the counts. */
  readonly #counted = new Map<number, Uint8Array>();

  /**
   * @param draws How many, from 1.
   */
  constructor(draws: number) {
    this.#counts = new Uint16Array(draws);
  }

  /**
   * Return the share of draws in which exactly `k` targets are met, `k` from 0 to the number of targets.
   *
   * @param metMasks Which draws meet each target, by indicator number.
   */
  sharesOf(metMasks: ReadonlyMap<number, MetMask>): Float64Array {
    const counts = this.#counts;
    // Targets that every draw meets.
    let always = 0;
    for (const mask of metMasks.values()) if (mask === true) always += 1;
    for (const number of new Set([...this.#counted.keys(), ...metMasks.keys()])) {
      const old = this.#counted.get(number);
      const mask = metMasks.get(number);
      const now = typeof mask === 'object' ? mask : undefined;
      if (now === old) continue;
      if (old === undefined) addMask(counts, now as Uint8Array, 1);
      else if (now === undefined) addMask(counts, old, -1);
      else replaceMask(counts, { added: now, taken: old });
      if (now === undefined) this.#counted.delete(number);
      else this.#counted.set(number, now);
    }
    const byCount = new Int32Array(metMasks.size + 1);
    for (let k = 0; k < counts.length; k++) {
      const met = counts[k] as number;
      byCount[met] = (byCount[met] as number) + 1;
    }
    const shares = new Float64Array(metMasks.size + 1);
    for (let met = 0; met + always < shares.length; met++)
      shares[met + always] = (byCount[met] as number) / counts.length;
    return shares;
  }
}

/** Add a mask to the counts so many times. */
function addMask(counts: Uint16Array, mask: Uint8Array, times: 1 | -1): void {
  for (let k = 0; k < counts.length; k++) counts[k] = (counts[k] as number) + times * (mask[k] as number);
}

/**
 * Count one mask in place of another: of a slider's move most draws do not change, and they are passed over by fours.
 *
 * @param counts How many targets each draw meets.
 * @param masks As long as the counts, each in a buffer of its own.
 */
function replaceMask(
  counts: Uint16Array,
  { added, taken }: { readonly added: Uint8Array; readonly taken: Uint8Array },
): void {
  const fours = counts.length >> 2;
  const addedFours = new Int32Array(added.buffer, 0, fours);
  const takenFours = new Int32Array(taken.buffer, 0, fours);
  for (let four = 0; four <= fours; four++) {
    if (four < fours && addedFours[four] === takenFours[four]) continue;
    const end = Math.min(counts.length, 4 * four + 4);
    for (let k = 4 * four; k < end; k++)
      counts[k] = (counts[k] as number) + (added[k] as number) - (taken[k] as number);
  }
}
