// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/core/plan/target.ts';
import type { Indicator } from '../../../src/core/plan/plan.ts';
import type { DrawSummary } from '../../../src/core/draws/draw-summary.ts';
import { describeDots, dotsPicture, WIDTH } from '../../../src/ui/figures/dots-vm.ts';
import { textIn } from '../../helpers/text-in.ts';
import { rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');
const { indicator, result } = rowOf('hke', ten);
const drawn = result.drawn as DrawSummary;

/** Four futures with another target. */
const of = (target: Target): readonly [Indicator, DrawSummary] => [
  { ...indicator, target: { ...indicator.target, ...target } },
  { ...drawn, shareMet: 0.513, dots: Float64Array.of(1, 2, 3, 4) },
];

describe('dotsPicture', () => {
  it('should fill the dots that meet the target, those beyond a range among them', () => {
    const filled = (target: Target) => dotsPicture(...of(target)).dots.map(({ isMet }) => isMet);
    expect(filled({ kind: 'at-least', min: 3 })).toEqual([false, false, true, true]);
    expect(filled({ kind: 'at-most', max: 3 })).toEqual([true, true, true, false]);
    expect(filled({ kind: 'within', min: 2, max: 3 })).toEqual([false, true, true, true]);
  });

  it('should show every edge of the target within the picture', () => {
    const { edges } = dotsPicture(...of({ kind: 'within', min: 2, max: 9 }));
    expect(edges.map(({ value }) => value)).toEqual([2, 9]);
    for (const { x } of edges) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(WIDTH);
    }
  });
});

describe('describeDots', () => {
  it.each<{ target: Target; says: string }>([
    { target: { kind: 'at-least', min: 3 }, says: '51 of 100 simulations reach 3 enterprises. 9 in 10' },
    { target: { kind: 'at-most', max: 3 }, says: '51 of 100 simulations stay within 3 enterprises. 9 in 10' },
    {
      target: { kind: 'within', min: 2, max: 3 },
      says: '51 of 100 simulations reach 2 enterprises. About 25 of 100 end above 3 enterprises. 9 in 10',
    },
    {
      target: { kind: 'within', min: 2, max: 4 },
      says: '51 of 100 simulations reach 2 enterprises. 9 in 10',
    },
  ])('should say "$says" of $target', ({ target, says }) => {
    expect(describeDots(...of(target), text).startsWith(says)).toBe(true);
  });
});
