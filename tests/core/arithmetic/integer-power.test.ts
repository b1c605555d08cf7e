import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerPower } from '../../../src/core/arithmetic/integer-power.ts';
import { seeded, uniform } from '../../helpers/arbitraries.ts';

describe('integerPower', () => {
  it.each([
    { x: 3, n: 0, result: 1 },
    { x: 0, n: 0, result: 1 },
    { x: -3, n: 1, result: -3 },
    { x: -3, n: 3, result: -27 },
    { x: 7, n: 13, result: 96889010407 },
    { x: 2, n: 1023, result: 2 ** 1023 },
    { x: 2, n: 1024, result: Infinity },
    { x: 0.5, n: 40, result: 2 ** -40 },
  ])('should multiply $x by itself $n times', ({ x, n, result }) => {
    expect(integerPower(x, n)).toBe(result);
  });

  // Left to right, so that a trajectory of constant growth has the same bits as its power.
  it('should always give the power before it, times the number', () => {
    fc.assert(
      fc.property(uniform(-3, 3), fc.nat(50), (x, n) => {
        expect(integerPower(x, n + 1)).toBe(integerPower(x, n) * x);
      }),
      seeded(500),
    );
  });
});
