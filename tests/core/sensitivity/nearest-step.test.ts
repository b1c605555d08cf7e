import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestStep } from '../../../src/core/sensitivity/nearest-step.ts';
import { seeded } from '../../helpers/arbitraries.ts';

describe('nearestStep', () => {
  // Oracle: every number in turn.
  it('should always find the first number from which a condition holds, in either direction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 1100 }),
        fc.integer({ min: 1, max: 64 }),
        (from, to, after, pieces) => {
          const holds = (step: number): boolean => Math.abs(step - from) > after;
          const first = Array.from(
            { length: Math.abs(to - from) },
            (_, k) => from + Math.sign(to - from) * (k + 1),
          ).find(holds);
          expect(nearestStep({ from, to, pieces }, holds)).toBe(first);
        },
      ),
      seeded(500),
    );
  });

  it('should find nothing where there is nowhere to go', () => {
    expect(nearestStep({ from: 3, to: 3, pieces: 8 }, () => true)).toBeUndefined();
  });
});
