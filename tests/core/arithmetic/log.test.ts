import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { log } from '../../../src/core/arithmetic/log.ts';
import { between, seeded, uniform } from '../../helpers/arbitraries.ts';
import { decimals, errorInUlps, exactLog } from '../../helpers/exact-real.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const SMALLEST_NORMAL = 2.2250738585072014e-308;

describe('log', () => {
  // Oracle: exact integer arithmetic of 320 binary digits (tests/helpers/exact-real.ts), itself held to the digits of
  // ln 2 and ln 10 printed in OEIS A002162 and A002392.
  it('should be judged by an oracle that knows ln 2 and ln 10', () => {
    expect(decimals(exactLog(2), 60)).toBe('0.693147180559945309417232121458176568075500134360255254120680');
    expect(decimals(exactLog(10), 60)).toBe('2.302585092994045684017991454684364207601101488628772976033327');
  });

  it.each<[name: string, any: Arbitrary<number>, runs: number]>([
    ['every order of magnitude', between(Number.MIN_VALUE, Number.MAX_VALUE), 5000],
    ['a year of growth', uniform(0.25, 4), 5000],
    ['the neighbourhood of 1', uniform(1 - 1e-6, 1 + 1e-6), 2000],
    ['the seam at sqrt(1/2)', uniform(0.7, 0.715), 3000],
    ['the seam at sqrt(2)', uniform(1.4, 1.43), 3000],
    ['subnormal numbers', between(Number.MIN_VALUE, SMALLEST_NORMAL), 2000],
  ])('should never be off by more than 1 unit in the last index over %s', (_, any, runs) => {
    fc.assert(
      fc.property(any, (x) => {
        expect(errorInUlps(log(x), exactLog(x))).toBeLessThanOrEqual(1);
      }),
      seeded(runs),
    );
  });

  it.each([
    Number.MIN_VALUE,
    SMALLEST_NORMAL,
    0.7071067811865475,
    0.7071067811865476,
    1 - 2 ** -53,
    1 + 2 ** -52,
    1.414213562373095,
    1.4142135623730951,
    Number.MAX_VALUE,
  ])('should be within 1 unit in the last index at the edge %s', (x) => {
    expect(errorInUlps(log(x), exactLog(x))).toBeLessThanOrEqual(1);
  });

  // Oracle: ECMA-262, Math.log.
  it.each([
    { x: 1, result: 0 },
    { x: 0, result: -Infinity },
    { x: -0, result: -Infinity },
    { x: Infinity, result: Infinity },
    { x: -Number.MIN_VALUE, result: NaN },
    { x: -1, result: NaN },
    { x: -Infinity, result: NaN },
    { x: NaN, result: NaN },
  ])('should be $result at $x', ({ x, result }) => {
    expect(log(x)).toBe(result);
  });
});
