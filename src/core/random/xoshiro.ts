/** Numbers of state of one generator. */
export const STATE_WORDS = 4;

/**
 * Fill an array with the next numbers of xoshiro128++ 1.0 and advance its state.
 *
 * @param state Four 32-bit integers, not all 0; overwritten.
 * @param out Filled with 32 random bits each, as signed integers.
 *
 * @see https://prng.di.unimi.it/xoshiro128plusplus.c (D. Blackman and S. Vigna, 2019).
 */
export function fillXoshiro(state: Int32Array, out: Int32Array): void {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  for (let k = 0; k < out.length; k++) {
    const sum = (a + d) | 0;
    out[k] = ((sum << 7) | (sum >>> 25)) + a;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** What a generator of its own is started for; equal keys start equal generators. */
export interface StreamKey {
  /** The scenario's seed, an unsigned 32-bit integer. */
  readonly seed: number;
  /** The permanent number of an indicator, or 0 for the common factor. */
  readonly stream: number;
  /** Which of the stream's coordinates, from 0. */
  readonly coordinate: number;
  /** Which piece of it: a block of draws from 0, or `SCRAMBLE`. */
  readonly block: number;
}

/** The piece of a stream that scrambles its low-discrepancy points. */
export const SCRAMBLE = -1;

/** Where the mixing for each word of a state starts from. */
const WORD_SALTS = [0x9e3779b9, 0x3c6ef372, 0xdaa66d2b, 0x78dde6e4] as const;

/**
 * Return the starting state of the generator for a key. Every part of the key goes through a mixing function that
 * changes each bit of its result with a probability of nearly a half, so that neighbouring keys start far apart; each
 * word of the state is mixed by itself, so that two of a hundred thousand keys never share all four.
 *
 * @param key What the generator is for.
 * @returns Four words of state, all different, hence never all 0.
 */
export function streamState({ seed, stream, coordinate, block }: StreamKey): Int32Array {
  const state = new Int32Array(STATE_WORDS);
  for (let word = 0; word < STATE_WORDS; word++) {
    let mixed = mix(mix(seed + 0x7f4a7c15) ^ (WORD_SALTS[word] as number));
    for (const part of [stream, coordinate, block]) mixed = mix(mixed ^ mix(part + 0x7f4a7c15));
    state[word] = mixed;
  }
  // Never all 0, the one state that never leaves itself: different salts stay different through steps that are one to one.
  return state;
}

/**
 * Mix the bits of a 32-bit integer: one to one, and every bit of the argument reaches every bit of the result.
 *
 * @see https://github.com/skeeto/hash-prospector (C. Wellons): the constants with a bias of 0.107 or less.
 */
function mix(word: number): number {
  let x = word | 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  return x ^ (x >>> 15);
}
