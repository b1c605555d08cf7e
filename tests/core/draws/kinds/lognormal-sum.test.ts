import { describe, expect, it } from 'vitest';
import { lognormalSum } from '../../../../src/core/draws/kinds/lognormal-sum.ts';
import { ALL_KINDS, ANY_KIND, drawModelOf } from '../small-ensemble.ts';

const MODEL = drawModelOf(ALL_KINDS, ANY_KIND);

/** Sums of three draws with these factors and projected levels. */
function sumsOf(factors: Float64Array, path: Float64Array): Float64Array {
  const of = (): Float64Array => factors;
  const shocks = { draws: 3, cumulativeShocksOf: of, cumulativeFactorsOf: of, yearlyFactorsOf: of };
  return lognormalSum.valuesOf({ ...MODEL, levels: [path] }, 0, shocks);
}

describe('lognormalSum', () => {
  it('should add up the years of each draw, and cut off what is beyond any plan', () => {
    // Two years of three draws; the highest level that counts is 1e150.
    const factors = Float64Array.of(1, 2, 1e10, 1, 3, 1);
    expect([...sumsOf(factors, Float64Array.of(7, 10, 100))]).toEqual([10, 20, 1e11, 110, 320, 1e11 + 100]);
    const beyond = sumsOf(factors, Float64Array.of(7, 1e149, 1e149));
    const expected = [1e149, 2e149, 1e150, 2e149, 5e149, 1.1e150];
    // Stated tolerance: rounding of one sum.
    beyond.forEach((value, at) => expect(value / (expected[at] ?? NaN)).toBeCloseTo(1, 14));
  });
});
