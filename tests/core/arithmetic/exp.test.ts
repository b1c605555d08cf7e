import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exp } from '../../../src/core/arithmetic/exp.ts';
import { between, seeded, uniform } from '../../helpers/arbitraries.ts';
import { decimals, errorInUlps, exactExp } from '../../helpers/exact-real.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

/** The last doubles whose exponential is finite, and the last whose exponential is above 0. */
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019411;
const LN2 = 0.6931471805599453;

describe('exp', () => {
  // Oracle: exact integer arithmetic of 320 binary digits (tests/helpers/exact-real.ts), itself held to the digits of
  // e printed in OEIS A001113.
  it('should be judged by an oracle that knows e', () => {
    expect(decimals(exactExp(1), 60)).toBe('2.718281828459045235360287471352662497757247093699959574966967');
    expect(errorInUlps(Math.E, exactExp(1))).toBeLessThan(0.5);
    expect(errorInUlps(2.7182818284590455, exactExp(1))).toBeGreaterThan(0.5);
  });

  it.each<[name: string, any: Arbitrary<number>, runs: number]>([
    ['the whole range', uniform(SMALLEST, LARGEST), 6000],
    ['every order of magnitude', between(SMALLEST, LARGEST), 2000],
    ['a year of growth', uniform(-1, 1), 4000],
    ['subnormal results', uniform(SMALLEST, -708.3), 2000],
    ['the largest results', uniform(708, LARGEST), 1000],
    [
      'the seams of the reduction',
      fc
        .tuple(fc.integer({ min: -2149, max: 2047 }), uniform(-1e-9, 1e-9))
        .map(([halves, off]) => Math.min(LARGEST, Math.max(SMALLEST, (halves * LN2) / 2 + off))),
      4000,
    ],
  ])('should never be off by more than 1 unit in the last index over %s', (_, any, runs) => {
    fc.assert(
      fc.property(any, (x) => {
        expect(errorInUlps(exp(x), exactExp(x))).toBeLessThanOrEqual(1);
      }),
      seeded(runs),
    );
  });

  it.each([LARGEST, 709, 708.3964185322641, -708.3964185322641, -745, SMALLEST, 5e-324, -5e-324, 1e-300])(
    'should be within 1 unit in the last index at the edge %s',
    (x) => {
      expect(errorInUlps(exp(x), exactExp(x))).toBeLessThanOrEqual(1);
    },
  );

  // Oracle: ECMA-262, Math.exp.
  it.each([
    { x: 0, result: 1 },
    { x: -0, result: 1 },
    { x: Infinity, result: Infinity },
    { x: -Infinity, result: 0 },
    { x: NaN, result: NaN },
    { x: 709.7827128933841, result: Infinity },
    { x: 1e308, result: Infinity },
    { x: SMALLEST, result: 5e-324 },
    { x: -745.1332191019412, result: 0 },
    { x: -1e308, result: 0 },
  ])('should be $result at $x', ({ x, result }) => {
    expect(exp(x)).toBe(result);
  });

  // Two results a unit apart may not change indices; nearer arguments than this share a result.
  it('should never fall as its argument rises by a billionth', () => {
    fc.assert(
      fc.property(uniform(-740, 709), (x) => {
        expect(exp(x + 1e-9)).toBeGreaterThanOrEqual(exp(x));
      }),
      seeded(2000),
    );
  });
});
