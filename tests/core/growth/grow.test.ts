import { describe, expect, it } from 'vitest';
import { grow } from '../../../src/core/growth/grow.ts';
import type { GrowthAssumption } from '../../../src/core/scenario/scenario.ts';

describe('grow', () => {
  // Oracle: the model's table of growth assumptions, by hand.
  it.each<{ assumption: GrowthAssumption; step: number; next: number }>([
    { assumption: { kind: 'compound', rate: 0.5 }, step: 2, next: 300 },
    { assumption: { kind: 'yearly', rates: [0.25, -0.5, 1] }, step: 0, next: 250 },
    { assumption: { kind: 'yearly', rates: [0.25, -0.5, 1] }, step: 1, next: 100 },
    { assumption: { kind: 'yearly', rates: [0.25, -0.5, 1] }, step: 2, next: 400 },
    { assumption: { kind: 'linear', amount: -250 }, step: 0, next: -50 },
    { assumption: { kind: 'saturating', rate: 0.5, ceiling: 400 }, step: 0, next: 250 },
    { assumption: { kind: 'saturating', rate: 0.5, ceiling: 200 }, step: 0, next: 200 },
    { assumption: { kind: 'saturating', rate: 1, ceiling: 100 }, step: 0, next: 0 },
  ])('should lead from 200 to $next by $assumption in step $step', ({ assumption, step, next }) => {
    expect(grow(assumption, 200, step)).toBe(next);
  });

  it('should hold the level in a year for which no rate is given', () => {
    expect(grow({ kind: 'yearly', rates: [0.5] }, 200, 1)).toBe(200);
  });

  it('should throw for an assumption of no known kind', () => {
    expect(() => grow({ kind: 'cubic' } as never, 200, 0)).toThrow('unexpected case');
  });
});
