import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf, shareAtLeast } from '../../../src/core/draws/joint-count.ts';

const seeded = (numRuns: number) => ({ seed: 20221231, numRuns });

describe('shareAtLeast', () => {
  const joint = { draws: 4, shareByCount: Float64Array.of(0, 0.25, 0.5, 0.25) };

  it('should add up the shares from a count on', () => {
    expect([0, 1, 2, 3, 4].map((count) => shareAtLeast(joint, count))).toEqual([1, 1, 0.75, 0.25, 0]);
  });

  it('should be exactly 1 where all draws meet so many, whatever the rounding of shares', () => {
    const draws = 8192;
    fc.assert(
      fc.property(fc.array(fc.nat(draws), { minLength: 1, maxLength: 14 }), (cuts) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b), draws];
        const shareByCount = Float64Array.from(
          sorted.slice(1),
          (cut, at) => (cut - (sorted[at] ?? 0)) / draws,
        );
        expect(shareAtLeast({ draws, shareByCount }, 0)).toBe(1);
      }),
      seeded(200),
    );
  });
});

describe('middleOf', () => {
  it('should give the mean and the counts between which nine tenths of the draws lie', () => {
    const shareByCount = Float64Array.of(0.04, 0.16, 0.6, 0.17, 0.03);
    const { mean, from, to } = middleOf({ draws: 100, shareByCount });
    expect(mean).toBeCloseTo(1.99, 12);
    expect([from, to]).toEqual([1, 3]);
  });

  it('should give one count where all draws agree', () => {
    expect(middleOf({ draws: 9, shareByCount: Float64Array.of(0, 0, 1) })).toEqual({
      mean: 2,
      from: 2,
      to: 2,
    });
  });
});
