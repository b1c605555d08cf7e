import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  definitionOf,
  grow,
  GROWTH_SHAPES,
  growthSchema,
  type GrowthAssumption,
  notationOf,
} from '../../../src/core/growth/growth-shapes.ts';
import { anyGrowth } from '../../link/any-scenario.ts';

const SEED = 2205;

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

describe('the growth shapes', () => {
  it('stand in the order in which they are offered', () => {
    expect(GROWTH_SHAPES).toEqual(['compound', 'yearly', 'linear', 'saturating']);
  });

  it(`always stand under the kind of their own assumptions (500 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyGrowth(3), (growth) => {
        const { grow: step, mapNumbers, simplest } = definitionOf(growth.kind);
        const { parse, format } = notationOf(growth.kind);
        expect(step(growth, 200, 1)).toBe(grow(growth, 200, 1));
        expect(mapNumbers(growth, { rate: (rate) => rate, amount: (amount) => amount })).toEqual(growth);
        expect(simplest(growth)).toEqual(growth);
        expect(parse(format(growth))).toEqual(growth);
        expect(v.parse(growthSchema, growth)).toEqual(growth);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`never read the same text, nor a text with the mark of the spread (500 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyGrowth(3), (growth) => {
        const text = notationOf(growth.kind).format(growth);
        expect(text).not.toContain('s');
        const readers = GROWTH_SHAPES.filter((shape) => notationOf(shape).parse(text) !== undefined);
        expect(readers).toEqual([growth.kind]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
