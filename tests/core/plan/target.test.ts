import { describe, expect, it } from 'vitest';
import { decidingEdge, edgesOf, edgeValue, type Target } from '../../../src/core/plan/target.ts';

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

describe('edgesOf', () => {
  it.each<{ target: Target; edges: readonly (readonly [string, number])[] }>([
    { target: { kind: 'at-least', min: 3 }, edges: [['min', 3]] },
    { target: { kind: 'at-most', max: 5 }, edges: [['max', 5]] },
    {
      target: { kind: 'within', min: 3, max: 5 },
      edges: [
        ['min', 3],
        ['max', 5],
      ],
    },
  ])('should give $edges for $target', ({ target, edges }) => {
    expect(edgesOf(target).map(({ edge, value }) => [edge, value])).toEqual(edges);
  });
});

describe('decidingEdge', () => {
  it('should be the upper edge of an upper limit alone', () => {
    expect(decidingEdge({ kind: 'at-least', min: 3 })).toBe('min');
    expect(decidingEdge({ kind: 'at-most', max: 5 })).toBe('max');
    expect(decidingEdge({ kind: 'within', min: 3, max: 5 })).toBe('min');
  });
});
