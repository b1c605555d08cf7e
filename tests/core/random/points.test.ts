import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointSource } from '../../../src/core/random/point-source.ts';
import { pseudoRandomPoints } from '../../../src/core/random/pseudo-random-points.ts';
import { sobolPoints } from '../../../src/core/random/sobol-points.ts';
import { seeded } from '../../helpers/arbitraries.ts';
import { correlationScore, pairScore, repeatsScore, uniformityScore } from '../../helpers/random-checks.ts';

/** The words of consecutive draws, unsigned. */
function wordsOf(source: PointSource, [stream, coordinate]: readonly [number, number], count: number) {
  const words = new Int32Array(count);
  source.fill(stream, coordinate, 0, words);
  return new Uint32Array(words.buffer);
}

/** The generator the project does without: 32 bits of state, of which it gives under half of all words. */
function mulberry32(seed: number, count: number): Uint32Array {
  let state = seed;
  return Uint32Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}

const SAMPLE = 2 ** 16;
/** Streams that stand for all: the common factor, the shipped plan's first and last, one beyond the table of points. */
const STREAMS = [
  [0, 0],
  [0, 2],
  [1, 0],
  [1, 1],
  [2, 0],
  [14, 2],
  [9999, 0],
] as const;

describe('pseudoRandomPoints', () => {
  // Tolerance: 4.5 standard deviations, of some hundred scores with a fixed seed.
  it.each([1, 2, 4294967295])('should give streams that are each uniform, seed %i', (seed) => {
    const source = pseudoRandomPoints(seed);
    for (const key of STREAMS)
      expect(Math.abs(uniformityScore(wordsOf(source, key, SAMPLE))), key.join(', ')).toBeLessThan(4.5);
  });

  it.each([1, 2])('should give streams that are independent of each other, seed %i', (seed) => {
    const source = pseudoRandomPoints(seed);
    const streams = STREAMS.map((key) => wordsOf(source, key, SAMPLE));
    streams.forEach((one, a) =>
      streams.slice(a + 1).forEach((other, b) => {
        expect(Math.abs(correlationScore(one, other)), `${a} and ${a + 1 + b}`).toBeLessThan(4.5);
        expect(Math.abs(pairScore(one, other)), `${a} and ${a + 1 + b}`).toBeLessThan(4.5);
      }),
    );
  });

  it('should give neighbouring seeds and neighbouring draws independent points', () => {
    const key = [3, 0] as const;
    const words = wordsOf(pseudoRandomPoints(7), key, SAMPLE + 256);
    for (const other of [
      wordsOf(pseudoRandomPoints(8), key, SAMPLE),
      words.subarray(1),
      words.subarray(256),
    ]) {
      expect(Math.abs(correlationScore(words.subarray(0, SAMPLE), other))).toBeLessThan(4.5);
      expect(Math.abs(pairScore(words.subarray(0, SAMPLE), other))).toBeLessThan(4.5);
    }
  });

  it('should be judged by checks of independence that notice a shared stream', () => {
    const words = wordsOf(pseudoRandomPoints(1), [1, 0], SAMPLE);
    expect(pairScore(words, words)).toBeGreaterThan(1000);
    expect(correlationScore(words, words)).toBeGreaterThan(100);
    // Half shared, as two streams that meet halfway would be.
    const half = words.slice();
    half.set(wordsOf(pseudoRandomPoints(1), [2, 0], SAMPLE / 2), 0);
    expect(pairScore(words, half)).toBeGreaterThan(100);
  });

  it('should repeat as many of a million words as chance does', () => {
    // 128 of 2^20 words are expected to be repeats; 4.5 standard deviations are 51.
    for (const [stream, coordinate] of [STREAMS[0], STREAMS[3], STREAMS[6]])
      expect(
        Math.abs(repeatsScore(wordsOf(pseudoRandomPoints(1), [stream, coordinate], 2 ** 20))),
      ).toBeLessThan(4.5);
  });

  it('should be judged by a check of repeats that notices mulberry32', () => {
    expect(repeatsScore(mulberry32(1, 2 ** 20))).toBeGreaterThan(4.5);
    expect(repeatsScore(mulberry32(123456789, 2 ** 20))).toBeGreaterThan(4.5);
  });

  it('should be judged by a check of uniformity that notices a missing cell', () => {
    const words = wordsOf(pseudoRandomPoints(1), [1, 0], SAMPLE).map((word) =>
      word < 2 ** 24 ? word + 2 ** 24 : word,
    );
    expect(uniformityScore(words)).toBeGreaterThan(4.5);
  });
});

describe('sobolPoints', () => {
  it('should hit each of 2^m equal cells exactly once with the first 2^m points, in every coordinate', () => {
    for (const seed of [0, 1, 4294967295]) {
      const source = sobolPoints(seed);
      for (let stream = 0; stream < 21; stream++)
        for (let coordinate = 0; coordinate < 3; coordinate++)
          for (const m of [1, 4, 10]) {
            const cells = new Set(
              Array.from(wordsOf(source, [stream, coordinate], 2 ** m), (word) => word >>> (32 - m)),
            );
            expect(cells.size).toBe(2 ** m);
          }
    }
  });

  it('should do the same with every later run of 2^m points', () => {
    const words = new Int32Array(4096);
    for (const from of [4096, 4096 * 7, 2 ** 20]) {
      sobolPoints(5).fill(4, 1, from, words);
      expect(new Set(Array.from(words, (word) => word >>> 20)).size).toBe(4096);
    }
  });

  it('should spread pairs of coordinates evenly: far more so than chance, in the first coordinates', () => {
    // Chi square of 2^14 points over 16 by 16 cells: 64 each; chance would give a score near 0.
    const source = sobolPoints(1);
    for (let stream = 0; stream < 14; stream++) {
      const score = pairScore(
        wordsOf(source, [stream, 0], 2 ** 14),
        wordsOf(source, [stream + 1, 0], 2 ** 14),
      );
      expect(score, `${stream} and ${stream + 1}`).toBeLessThan(-10);
    }
  });

  it('should be scrambled anew by every seed, in every coordinate', () => {
    const firstWords = new Set<number>();
    for (let seed = 0; seed < 100; seed++)
      for (let stream = 0; stream < 21; stream++)
        firstWords.add(wordsOf(sobolPoints(seed), [stream, 0], 1)[0] as number);
    expect(firstWords.size).toBe(2100);
  });

  it('should give streams and coordinates beyond the table the pseudo-random points of that stream', () => {
    for (const key of [
      [21, 0],
      [9999, 2],
      [0, 3],
      [20, 49],
    ] as const)
      expect([...wordsOf(sobolPoints(3), key, 300)]).toEqual([...wordsOf(pseudoRandomPoints(3), key, 300)]);
    expect([...wordsOf(sobolPoints(3), [20, 2], 300)]).not.toEqual([
      ...wordsOf(pseudoRandomPoints(3), [20, 2], 300),
    ]);
  });
});

describe.each([
  { name: 'pseudoRandomPoints', make: pseudoRandomPoints },
  { name: 'sobolPoints', make: sobolPoints },
])('$name', ({ make }) => {
  it('should always give a draw the same points, whichever ranges are asked for', () => {
    const anyKey = fc.record({
      seed: fc.integer({ min: 0, max: 4294967295 }),
      stream: fc.integer({ min: 0, max: 30 }),
      coordinate: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(
        anyKey,
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 5 }),
        fc.nat(2 ** 21),
        ({ seed, stream, coordinate }, lengths, start) => {
          const whole = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
          make(seed).fill(stream, coordinate, start, whole);
          const source = make(seed);
          let from = whole.length;
          // From the end to the beginning, with another stream in between.
          for (const length of lengths) {
            from -= length;
            const part = new Int32Array(length);
            source.fill(stream + 1, coordinate, start + from, new Int32Array(3));
            source.fill(stream, coordinate, start + from, part);
            expect(part).toEqual(whole.subarray(from, from + length));
          }
        },
      ),
      seeded(150),
    );
  });
});
