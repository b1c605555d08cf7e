import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { nthRoot } from '../../../src/core/arithmetic/nth-root.ts';
import { between, magnitude, seeded } from '../../helpers/arbitraries.ts';
import { isWithinUlpsOfRoot } from '../../helpers/exact-real.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const root = fc.integer({ min: 1, max: 50 });

describe('nthRoot', () => {
  it('should be judged by an oracle that tells one unit in the last index from three', () => {
    const sqrt2 = 1.4142135623730951; // the nearest double
    const three = sqrt2 + 3 * 2 ** -52;
    expect(isWithinUlpsOfRoot(sqrt2, 2, { n: 2, ulps: 1n })).toBe(true);
    expect(isWithinUlpsOfRoot(three, 2, { n: 2, ulps: 2n })).toBe(false);
  });

  // Oracle: n-th powers of integers, compared exactly. Edge over baseline lies between 1e-20 and 1e20 in any plan.
  it.each<[name: string, any: Arbitrary<number>]>([
    ['a plan states', magnitude(1e-20, 1e20)],
    ['near 1', between(0.5, 2)],
    ['far beyond any plan', magnitude(1e-290, 1e290)],
  ])('should never be off by more than 2 units in the last index for ratios %s', (_, any) => {
    fc.assert(
      fc.property(any, root, (x, n) => {
        expect(isWithinUlpsOfRoot(nthRoot(x, n), x, { n, ulps: 2n })).toBe(true);
      }),
      seeded(3000),
    );
  });

  it.each([
    { x: 1, n: 7, result: 1 },
    { x: 8, n: 3, result: 2 },
    { x: 1024, n: 10, result: 2 },
    { x: 0.25, n: 2, result: 0.5 },
    { x: 3.7, n: 1, result: 3.7 },
  ])('should be exact where root $n of $x is', ({ x, n, result }) => {
    expect(nthRoot(x, n)).toBe(result);
  });

  it('should always be the number itself for the first root', () => {
    fc.assert(
      fc.property(magnitude(1e-290, 1e290), (x) => {
        expect(nthRoot(x, 1)).toBe(x);
      }),
      seeded(500),
    );
  });
});
