import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
