import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { planModel } from '../../../src/core/plan/plan.ts';
import { withAssumption } from '../../../src/core/scenario/assumption.ts';
import { coarserCell, sweepOrder } from '../../../src/core/sensitivity/sweep-order.ts';
import {
  axisRate,
  sweep,
  sweepPoint,
  type SweepOptions,
  type SweepOutcome,
} from '../../../src/core/sensitivity/sweep.ts';
import { withoutRates } from '../../../src/core/sensitivity/scenario-behind.ts';
import { anyCase, seeded } from '../../helpers/arbitraries.ts';
import { illustrations, shippedPlan } from '../../helpers/shipped-plan.ts';

const DRAWS = 32;

describe('sweep', () => {
  // Oracle: the whole plan simulated anew for every cell with the same draws. 1e-12: sums in another order.
  it.each(['none', 'any'] as const)(
    'should always say in every cell what a full simulation says, with %s links',
    (links) => {
      fc.assert(
        fc.property(
          anyCase({ years: [1, 3], links }).filter(({ plan }) => plan.indicators.length > 1),
          fc.constantFrom('one', 'count'),
          ({ plan, scenario }, kind) => {
            const [a, b] = plan.indicators.map(({ id }) => id) as [string, string];
            const last = plan.indicators.at(-1)?.id ?? '';
            const outcome: SweepOutcome = kind === 'one' ? { kind, indicator: last } : { kind: 'count' };
            const options = optionsFor(a, b, outcome);
            const values = sweep(plan, scenario, options);
            for (let cell = 0; cell < values.length; cell++) {
              const moved = [a, b].reduce(
                (before, indicator, side) =>
                  withAssumption(plan, before, {
                    assumption: { kind: 'growth', indicator },
                    value:
                      side === 0
                        ? axisRate(options.across, cell % 3)
                        : axisRate(options.up, Math.floor(cell / 3)),
                  }),
                scenario,
              );
              const shares = simulatePlan(plan, moved, { draws: DRAWS }).indicators.map(
                ({ drawn, status }) => (drawn === undefined ? Number(status !== 'missed') : drawn.shareMet),
              );
              const expected =
                kind === 'one' ? (shares.at(-1) as number) : shares.reduce((sum, share) => sum + share, 0);
              expect(values[cell]).toBeCloseTo(expected, 12);
            }
            // Wherever the two rates stand, the map is the same.
            const elsewhere = withoutRates(plan, scenario, [options.across, options.up]);
            expect(elsewhere.growth[a]?.kind ?? 'compound').toBe(scenario.growth[a]?.kind ?? 'compound');
          },
        ),
        seeded(25),
      );
    },
  );

  // Oracle: independent shocks, so the joint share is near the product. 4 standard errors of 4,096 draws.
  it('should count draws in which both targets are met', () => {
    const plan = planModel(shippedPlan);
    const scenario = {
      ...illustrations['border-shock'],
      drivers: [],
      spread: { 'hk-enterprises': 4, 'modern-services': 4 },
    };
    const at = (outcome: SweepOutcome): number =>
      sweepPoint(plan, scenario, { across: 'hk-enterprises', up: 'modern-services', outcome, draws: 4096 });
    const [a, b] = ['hk-enterprises', 'modern-services'].map((indicator) => at({ kind: 'one', indicator }));
    const both = at({ kind: 'both' });
    expect(a).toBeGreaterThan(0.4);
    expect(Math.abs(both - (a as number) * (b as number))).toBeLessThan(4 * Math.sqrt(0.25 / 4096));
  });

  it.each([
    { first: 0, second: 0 },
    { first: 5, second: 0 },
    { first: 0, second: 5 },
    { first: 5, second: 5 },
  ])(
    'should count both also where one of them is certain: spreads $first and $second',
    ({ first, second }) => {
      const plan = planModel(shippedPlan);
      const scenario = {
        ...illustrations['border-shock'],
        spread: { 'hk-enterprises': first, 'container-throughput': second },
      };
      const options = optionsFor('hk-enterprises', 'container-throughput', { kind: 'both' });
      const values = sweep(plan, scenario, { ...options, draws: undefined });
      // Far apart: at -10 % none is met, at 50 % both are.
      expect([values[0], values.at(-1)]).toEqual([0, 1]);
      expect(
        sweepPoint(plan, scenario, {
          across: 'hk-enterprises',
          up: 'container-throughput',
          outcome: { kind: 'both' },
        }),
      ).toBeLessThanOrEqual(1);
    },
  );

  it('should be the same wherever the two rates stand', () => {
    const plan = planModel(shippedPlan);
    const scenario = { ...illustrations['interactive-cycle'], spread: { 'hk-residents': 4 } };
    const options = optionsFor('hk-enterprises', 'hk-residents', { kind: 'both' });
    const moved = withoutRates(plan, scenario, [options.across, options.up]);
    expect(moved).not.toEqual(scenario);
    expect(sweep(plan, moved, options)).toEqual(sweep(plan, scenario, options));
  });
});

describe('sweepOrder', () => {
  it('should always hold every cell once, every eighth first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (columns, rows) => {
        const order = sweepOrder({ columns, rows });
        expect(new Set(order).size).toBe(columns * rows);
        const coarse = Math.ceil(columns / 8) * Math.ceil(rows / 8);
        for (const cell of order.subarray(0, coarse)) {
          expect((cell % columns) % 8).toBe(0);
          expect(Math.floor(cell / columns) % 8).toBe(0);
        }
      }),
      seeded(100),
    );
  });
});

describe('coarserCell', () => {
  it('should give the cell itself once it is known, before that the nearest coarser one, and else none', () => {
    const columns = 10;
    expect(coarserCell(99, columns, () => true)).toBe(99);
    expect(coarserCell(99, columns, (cell) => cell === 88)).toBe(88);
    expect(coarserCell(17, columns, (cell) => cell === 0)).toBe(0);
    expect(coarserCell(17, columns, () => false)).toBeUndefined();
  });
});

// Helpers

function optionsFor(a: string, b: string, outcome: SweepOutcome): SweepOptions {
  return {
    across: { indicator: a, from: -0.1, to: 0.5, cells: 3 },
    up: { indicator: b, from: -0.1, to: 0.5, cells: 2 },
    outcome,
    draws: DRAWS,
  };
}
