import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot, type Bracket } from '../../../src/core/arithmetic/find-root.ts';
import { seeded, uniform } from '../../helpers/arbitraries.ts';

describe('findRoot', () => {
  it.each<[name: string, f: (x: number) => number, bracket: Bracket, root: number]>([
    ['a parabola', (x: number) => x * x - 2, { low: 0, high: 10 }, Math.SQRT2],
    ['a falling line', (x: number) => 3 - x, { low: -1, high: 10 }, 3],
    ['a steep power', (x: number) => x ** 49 - 1, { low: -1, high: 11 }, 1],
    ['a flat cube', (x: number) => (x - 0.3) ** 3, { low: -1, high: 2 }, 0.3],
    [
      'a function flat but for its last stretch',
      (x: number) => Math.max(0, x - 9) - 0.5,
      { low: -1, high: 10 },
      9.5,
    ],
  ])('should find the root of %s in at most 40 steps', (_, f, bracket, root) => {
    let asked = 0;
    const found = findRoot(
      (x) => {
        asked++;
        return f(x);
      },
      bracket,
      1e-13,
    );
    expect(asked).toBeLessThanOrEqual(42);
    expect(Math.abs(f(found))).toBeLessThanOrEqual(1e-13);
    // Stated tolerance: 1e-4, because a cube of 1e-13 is that wide; the others come within 1e-12.
    expect(Math.abs(found - root)).toBeLessThan(1e-4);
  });

  it('should return an end of the bracket that is the root', () => {
    expect(findRoot((x) => x - 1, { low: 1, high: 4 }, 0)).toBe(1);
    expect(findRoot((x) => x - 4, { low: 1, high: 4 }, 0)).toBe(4);
  });

  it('should come down to neighbouring numbers where a jump has no root', () => {
    let asked = 0;
    const jump = (x: number): number => {
      asked++;
      return x < 0.7 ? -1 : 2;
    };
    const found = findRoot(jump, { low: 0, high: 1 }, 0.5);
    expect(asked).toBeLessThan(100);
    // Stated tolerance: one unit in the last index of 0.7.
    expect(Math.abs(found - 0.7)).toBeLessThanOrEqual(2 ** -53);
  });

  it('should never leave its bracket, nor ask more than 302 times', () => {
    fc.assert(
      fc.property(
        uniform(-5, 5),
        uniform(0.001, 20),
        uniform(0, 1),
        fc.nat(40),
        (low, width, share, degree) => {
          const bracket = { low, high: low + width };
          const root = low + share * width;
          let asked = 0;
          const found = findRoot(
            (x) => {
              asked++;
              expect(x).toBeGreaterThanOrEqual(bracket.low);
              expect(x).toBeLessThanOrEqual(bracket.high);
              return (x - root) * (1 + Math.abs(x - root)) ** degree;
            },
            bracket,
            1e-13,
          );
          expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-13);
          expect(asked).toBeLessThanOrEqual(302);
        },
      ),
      seeded(500),
    );
  });
});
