/** Gives whole numbers from 0 to below the one it is asked for. */
export type Integers = (below: number) => number;

/** Return a source of whole numbers, the same everywhere: integer operations alone, and a generator core has no part in. */
export function integers(seed: number): Integers {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0;
  return (below) => {
    // Marsaglia's xorshift: 32 bits, of which the top ones are used.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((Math.imul(state, 0x2545f491) >>> 0) / 2 ** 32) * below);
  };
}
