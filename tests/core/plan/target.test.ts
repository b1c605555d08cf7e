import { describe, expect, it } from 'vitest';
import { edgeValue, type Target } from '../../../src/core/plan/target.ts';

describe('edgeValue', () => {
  it.each<{ target: Target; min: number | undefined; max: number | undefined }>([
    { target: { kind: 'at-least', min: 3 }, min: 3, max: undefined },
    { target: { kind: 'at-most', max: 5 }, min: undefined, max: 5 },
    { target: { kind: 'within', min: 3, max: 5 }, min: 3, max: 5 },
  ])('should give $min and $max for $target', ({ target, min, max }) => {
    expect(edgeValue(target, 'min')).toBe(min);
    expect(edgeValue(target, 'max')).toBe(max);
  });
});
