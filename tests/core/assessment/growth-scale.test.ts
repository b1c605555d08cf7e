import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthScale } from '../../../src/core/assessment/growth-scale.ts';
import type { Target } from '../../../src/core/plan/target.ts';
import { anyPlan, seeded } from '../../helpers/arbitraries.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { smallPlan } from '../../helpers/small-case.ts';

describe('growthScale', () => {
  it('should be from -20 to 80 % for the shipped plan', () => {
    expect(growthScale(shippedPlan)).toEqual({ from: -0.2, to: 0.8 });
  });

  // A stock of 100 and one year: what is needed is the target over 100, less 1.
  it.each<{ what: string; targets: readonly Target[]; scale: readonly [number, number] }>([
    { what: 'little growth', targets: [{ kind: 'at-least', min: 110 }], scale: [-0.1, 0.3] },
    { what: 'just as much as leaves no room', targets: [{ kind: 'at-least', min: 125 }], scale: [-0.1, 0.3] },
    { what: 'a little more than that', targets: [{ kind: 'at-least', min: 125.01 }], scale: [-0.1, 0.4] },
    { what: 'a fall', targets: [{ kind: 'at-most', max: 95 }], scale: [-0.2, 0.3] },
    { what: 'a fall to a tenth', targets: [{ kind: 'at-most', max: 10 }], scale: [-0.9, 0.3] },
    { what: 'ten times as much', targets: [{ kind: 'at-least', min: 1000 }], scale: [-0.1, 2] },
    { what: 'a range', targets: [{ kind: 'within', min: 80, max: 150 }], scale: [-0.3, 0.6] },
    {
      what: 'much here and little there',
      targets: [
        { kind: 'at-least', min: 160 },
        { kind: 'at-most', max: 70 },
      ],
      scale: [-0.4, 0.7],
    },
  ])('should be $scale where a plan needs $what', ({ targets, scale }) => {
    expect(
      growthScale(
        smallPlan(
          targets.map((target) => ({ target })),
          1,
        ),
      ),
    ).toEqual({ from: scale[0], to: scale[1] });
  });

  it('should leave out an edge that no rate reaches', () => {
    const plan = smallPlan([{ measure: 'cumulative', target: { kind: 'at-least', min: 1e6 } }], 1);
    expect(growthScale(plan)).toEqual({ from: -0.1, to: 0.3 });
  });

  it('should always hold 0 and every whole tenth it ends on', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        const { from, to } = growthScale(plan);
        expect(from).toBeLessThanOrEqual(-0.1);
        expect(from).toBeGreaterThanOrEqual(-0.9);
        expect(to).toBeGreaterThanOrEqual(0.3);
        expect(to).toBeLessThanOrEqual(2);
        for (const end of [from, to]) expect(end).toBe(Math.round(end * 10) / 10);
      }),
      seeded(200),
    );
  });
});
