import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf, shareAtLeast } from '../../../src/core/draws/joint-count.ts';
import { stackDots } from '../../../src/ui/figures/stack-dots.ts';

const seeded = (numRuns: number) => ({ seed: 20221231, numRuns });

describe('stackDots', () => {
  it('should always show every dot inside the picture, none over another, on its side of the edge', () => {
    const anyValues = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyValues, fc.double({ min: 1, max: 1000, noNaN: true }), (values, edge) => {
        const { dots, position } = stackDots(values, { edges: [edge], width: 340, dot: 11 });
        expect(dots.map(({ value }) => value)).toEqual(values);
        expect(new Set(dots.map(({ x, level }) => `${x.toFixed(6)} ${level}`)).size).toBe(dots.length);
        for (const { x, value } of dots) {
          expect(x).toBeGreaterThan(-11);
          expect(x).toBeLessThan(351);
          // Stated tolerance: a value within a millionth of a dot from the edge may stand on either side.
          if (Math.abs(position(value) - position(edge)) > 1e-5)
            expect(x > position(edge)).toBe(value > edge);
        }
      }),
      seeded(300),
    );
  });

  it('should stack equal values into one column', () => {
    const { dots, highest } = stackDots([5, 5, 5], { edges: [5], width: 100, dot: 10 });
    expect(dots.map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(highest).toBe(3);
  });
});

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
