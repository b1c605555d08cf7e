import type { PointSource } from './point-source.ts';
import { fillXoshiro, streamState } from './xoshiro.ts';

/** Draws that share one generator; a draw's number finds its block, and the block its own starting state. */
const BLOCK = 256;

/**
 * Return plain pseudo-random points: each stream and coordinate has generators of its own, one for every 256 draws.
 *
 * @param seed The scenario's seed, an unsigned 32-bit integer.
 * @returns The source.
 */
export function pseudoRandomPoints(seed: number): PointSource {
  return {
    fill(stream, coordinate, from, out) {
      let done = 0;
      while (done < out.length) {
        const block = Math.floor((from + done) / BLOCK);
        const skipped = from + done - block * BLOCK;
        const taken = Math.min(BLOCK - skipped, out.length - done);
        const state = streamState({ seed, stream, coordinate, block });
        if (skipped > 0) fillXoshiro(state, new Int32Array(skipped));
        fillXoshiro(state, out.subarray(done, done + taken));
        done += taken;
      }
    },
  };
}
