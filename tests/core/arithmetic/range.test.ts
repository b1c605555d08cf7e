import { describe, expect, it } from 'vitest';
import { clamp } from '../../../src/core/arithmetic/range.ts';

describe('clamp', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [0.5, 0.5],
    [0.95, 0.95],
    [Infinity, 0.95],
  ])('brings %s into 0 to 0.95 as %s', (value, used) => {
    expect(clamp(value, { from: 0, to: 0.95 })).toBe(used);
  });
});
