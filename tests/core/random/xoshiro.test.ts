import { describe, expect, it } from 'vitest';
import { fillXoshiro, SCRAMBLE, streamState, type StreamKey } from '../../../src/core/random/xoshiro.ts';

/** The generator read off its published C source: unsigned words, one function a line of it. */
function published(state: Uint32Array): number {
  const rotl = (x: number, k: number): number => ((x * 2 ** k) % 2 ** 32) + Math.floor(x / 2 ** (32 - k));
  const [s0, s1, s2, s3] = state as unknown as [number, number, number, number];
  const result = (rotl((s0 + s3) % 2 ** 32, 7) + s0) % 2 ** 32;
  const t = (s1 * 2 ** 9) % 2 ** 32;
  state[2] = s2 ^ s0;
  state[3] = s3 ^ s1;
  state[1] = s1 ^ state[2];
  state[0] = s0 ^ state[3];
  state[2] = state[2] ^ t;
  state[3] = rotl(state[3], 11);
  return result;
}

describe('fillXoshiro', () => {
  // Oracle: the first numbers of xoshiro128++ from the state 1, 2, 3, 4, as its authors and the rand_xoshiro crate
  // print them.
  it('should give the published numbers', () => {
    const out = new Int32Array(10);
    fillXoshiro(Int32Array.of(1, 2, 3, 4), out);
    expect(Array.from(out, (word) => word >>> 0)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420,
    ]);
  });

  it('should give the numbers of its published source from any state, and leave the same state', () => {
    for (let key = 0; key < 50; key++) {
      const state = streamState({ seed: key, stream: 3, coordinate: 1, block: 0 });
      const mirror = Uint32Array.from(state, (word) => word >>> 0);
      const out = new Int32Array(200);
      fillXoshiro(state, out);
      expect(Array.from(out, (word) => word >>> 0)).toEqual(Array.from(out, () => published(mirror)));
      expect(Array.from(state, (word) => word >>> 0)).toEqual([...mirror]);
    }
  });

  it('should go on where it stopped', () => {
    const whole = new Int32Array(20);
    fillXoshiro(Int32Array.of(5, 6, 7, 8), whole);
    const state = Int32Array.of(5, 6, 7, 8);
    const parts = [new Int32Array(0), new Int32Array(7), new Int32Array(13)];
    for (const part of parts) fillXoshiro(state, part);
    expect(parts.flatMap((part) => [...part])).toEqual([...whole]);
  });
});

describe('streamState', () => {
  const textOf = (key: StreamKey): string => streamState(key).join(' ');

  it('should give every key of a large ensemble a state of its own', () => {
    // 22 streams, 4 coordinates, 1,200 blocks and the scrambling: 105,688 keys.
    const states = new Set<string>();
    let keys = 0;
    for (let stream = 0; stream < 22; stream++)
      for (let coordinate = 0; coordinate < 4; coordinate++)
        for (let block = SCRAMBLE; block < 1200; block++) {
          states.add(textOf({ seed: 1, stream, coordinate, block }));
          keys += 1;
        }
    expect(states.size).toBe(keys);
  });

  it('should give neighbouring seeds states of their own', () => {
    const states = new Set<string>();
    let keys = 0;
    for (let seed = 0; seed < 1000; seed++)
      for (let stream = 0; stream < 15; stream++)
        for (let block = SCRAMBLE; block < 6; block++) {
          states.add(textOf({ seed, stream, coordinate: 0, block }));
          keys += 1;
        }
    expect(keys).toBeGreaterThan(100_000);
    expect(states.size).toBe(keys);
  });

  it('should give keys that hold the same numbers in another order states of their own', () => {
    const states = new Set<string>();
    for (const [seed, stream, coordinate, block] of orders([1, 2, 3, 4]))
      states.add(textOf({ seed, stream, coordinate, block } as StreamKey));
    expect(states.size).toBe(24);
  });

  it('should give the same state for the same key, and never the same word twice, so never all zeros', () => {
    for (let seed = 0; seed < 5000; seed++) {
      const key = { seed: (seed * 858993459) >>> 0, stream: seed % 7, coordinate: 0, block: 0 };
      const state = streamState(key);
      expect([...streamState({ ...key })]).toEqual([...state]);
      expect(new Set(state).size).toBe(4);
    }
  });

  it('should flip each bit of the state with a probability between 0.4 and 0.6 for each flipped bit of the key', () => {
    // 2,000 keys: a fair bit deviates by 0.011, so that 0.1 is nine standard deviations.
    const KEYS = 2000;
    const bitsOf = { seed: 32, stream: 14, coordinate: 6, block: 22 };
    const random = new Int32Array(4 * KEYS);
    fillXoshiro(Int32Array.of(11, 22, 33, 44), random);
    for (const [part, bits] of Object.entries(bitsOf) as [keyof StreamKey, number][])
      for (let bit = 0; bit < bits; bit++) {
        const flips = new Float64Array(128);
        for (let k = 0; k < KEYS; k++) {
          const key = {
            seed: (random[4 * k] as number) >>> 0,
            stream: (random[4 * k + 1] as number) >>> 18,
            coordinate: (random[4 * k + 2] as number) >>> 26,
            block: (random[4 * k + 3] as number) >>> 10,
          };
          const before = streamState(key);
          const after = streamState({ ...key, [part]: (key[part] ^ (1 << bit)) >>> 0 });
          for (let word = 0; word < 4; word++) {
            let changed = (before[word] as number) ^ (after[word] as number);
            for (let index = 0; index < 32; index++, changed >>>= 1)
              flips[32 * word + index] = (flips[32 * word + index] as number) + (changed & 1);
          }
        }
        expect(Math.min(...flips) / KEYS).toBeGreaterThan(0.4);
        expect(Math.max(...flips) / KEYS).toBeLessThan(0.6);
      }
  });
});

function orders(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => orders(of.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}
