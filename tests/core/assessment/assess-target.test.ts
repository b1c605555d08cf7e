import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessTarget, isMet, type Status } from '../../../src/core/assessment/assess-target.ts';
import type { Target } from '../../../src/core/plan/target.ts';
import { between, magnitude, seeded } from '../../helpers/arbitraries.ts';

const anyTarget: fc.Arbitrary<Target> = fc
  .tuple(fc.constantFrom('at-least', 'at-most', 'within'), magnitude(1e-9, 1e10), magnitude(1e-6, 9))
  .map(([kind, edge, width]) => {
    if (kind === 'at-least') return { kind, min: edge };
    if (kind === 'at-most') return { kind, max: edge };
    return { kind, min: edge, max: edge * (1 + width) };
  });
const anyValue = fc.oneof(magnitude(1e-12, 1e12), between(0, 1e13), fc.constant(0));

const atLeast: Target = { kind: 'at-least', min: 400 };
const atMost: Target = { kind: 'at-most', max: 400 };
const within: Target = { kind: 'within', min: 40, max: 50 };

describe('assessTarget', () => {
  // Oracle: the table of verdicts in the model, worked by hand.
  it.each<{ target: Target; value: number; status: Status; gap: number; attainment: number }>([
    { target: atLeast, value: 300, status: 'missed', gap: -100, attainment: 0.75 },
    { target: atLeast, value: 400, status: 'met', gap: 0, attainment: 1 },
    { target: atLeast, value: 4000, status: 'met', gap: 0, attainment: 10 },
    { target: atLeast, value: 0, status: 'missed', gap: -400, attainment: 0 },
    { target: atMost, value: 320, status: 'met', gap: 0, attainment: 1.25 },
    { target: atMost, value: 400, status: 'met', gap: 0, attainment: 1 },
    { target: atMost, value: 500, status: 'missed', gap: 100, attainment: 0.8 },
    { target: within, value: 30, status: 'missed', gap: -10, attainment: 0.75 },
    { target: within, value: 40, status: 'met', gap: 0, attainment: 1 },
    { target: within, value: 45, status: 'met', gap: 0, attainment: 1.125 },
    { target: within, value: 50, status: 'met', gap: 0, attainment: 1.25 },
    { target: within, value: 60, status: 'exceeded', gap: 10, attainment: 1.5 },
  ])('should find $value $status against $target', ({ target, value, status, gap, attainment }) => {
    expect(assessTarget(value, target)).toEqual({ status, gap, attainment });
  });

  // Stated tolerance: 1e-9 of the edge; the two values lie 1 % of that inside and outside of it.
  it.each<{ target: Target; edge: number; side: -1 | 1; outside: Status }>([
    { target: atLeast, edge: 400, side: -1, outside: 'missed' },
    { target: atMost, edge: 400, side: 1, outside: 'missed' },
    { target: within, edge: 40, side: -1, outside: 'missed' },
    { target: within, edge: 50, side: 1, outside: 'exceeded' },
  ])(
    'should take a value within a billionth of $edge for the edge of $target',
    ({ target, edge, side, outside }) => {
      const inside = assessTarget(edge * (1 + side * 0.99e-9), target);
      expect(inside).toMatchObject({ status: 'met', gap: 0 });
      const beyond = assessTarget(edge * (1 + side * 1.01e-9), target);
      expect(beyond.status).toBe(outside);
      expect(Math.sign(beyond.gap)).toBe(side);
    },
  );

  it('should always count values within a billionth of an edge as met, and no others beyond it', () => {
    fc.assert(
      fc.property(anyTarget, between(0.01, 0.99), (target, share) => {
        if (target.kind !== 'at-most') {
          expect(assessTarget(target.min * (1 - share * 1e-9), target).status).toBe('met');
          expect(assessTarget(target.min * (1 - (1 + share) * 1e-9), target).status).toBe('missed');
        }
        if (target.kind !== 'at-least') {
          const beyond = target.kind === 'within' ? 'exceeded' : 'missed';
          expect(assessTarget(target.max * (1 + share * 1e-9), target).status).toBe('met');
          expect(assessTarget(target.max * (1 + (1 + share) * 1e-9), target).status).toBe(beyond);
        }
      }),
      seeded(500),
    );
  });

  it('should always give a gap whose sign says on which side of the target the value lies', () => {
    fc.assert(
      fc.property(anyTarget, anyValue, (target, value) => {
        const { status, gap } = assessTarget(value, target);
        if (status === 'met') expect(gap).toBe(0);
        else if (status === 'exceeded') expect(gap).toBeGreaterThan(0);
        else if (target.kind === 'at-most') expect(gap).toBeGreaterThan(0);
        else expect(gap).toBeLessThan(0);
      }),
      seeded(1000),
    );
  });

  it('should always give a gap that, taken from a missed or exceeded value, leaves the nearest edge', () => {
    fc.assert(
      fc.property(anyTarget, anyValue, (target, value) => {
        const { status, gap } = assessTarget(value, target);
        fc.pre(status !== 'met');
        const nearest =
          target.kind === 'at-most' || status === 'exceeded'
            ? (target as { readonly max: number }).max
            : (target as { readonly min: number }).min;
        expect(gap).toBe(value - nearest);
      }),
      seeded(1000),
    );
  });

  it('should never call a value exceeded unless the target is a range', () => {
    fc.assert(
      fc.property(anyTarget, anyValue, (target, value) => {
        if (assessTarget(value, target).status === 'exceeded') expect(target.kind).toBe('within');
      }),
      seeded(1000),
    );
  });

  it('should never state an attainment below 1 for a target that is met, but for rounding', () => {
    fc.assert(
      fc.property(anyTarget, anyValue, (target, value) => {
        const { status, attainment } = assessTarget(value, target);
        // Stated tolerance: the billionth by which an edge counts as met.
        if (isMet(status)) expect(attainment).toBeGreaterThanOrEqual(1 - 1.1e-9);
        else expect(attainment).toBeLessThan(1);
      }),
      seeded(1000),
    );
  });

  it('should state a finite attainment where an upper limit is met by nothing at all', () => {
    expect(assessTarget(0, atMost)).toEqual({ status: 'met', gap: 0, attainment: 1e9 });
    expect(assessTarget(1e-300, atMost).attainment).toBe(1e9);
  });

  it('should throw for a target of no known kind', () => {
    expect(() => assessTarget(1, { kind: 'exactly' } as never)).toThrow('unexpected case');
  });
});

describe('isMet', () => {
  it.each<{ status: Status; met: boolean }>([
    { status: 'missed', met: false },
    { status: 'met', met: true },
    { status: 'exceeded', met: true },
  ])('should be $met for $status', ({ status, met }) => {
    expect(isMet(status)).toBe(met);
  });
});
