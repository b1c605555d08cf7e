import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  extraGrowth,
  heldValue,
  measuredValues,
  nextLevel,
  prepareProjection,
  projectPlan,
} from '../../../src/core/projection/project-plan.ts';
import { MEASURES, type PlanModel } from '../../../src/core/plan/plan.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { anyCase, anyOrder, between, magnitude, seeded } from '../../helpers/arbitraries.ts';
import { referenceLevel, referenceValue } from '../../helpers/reference-model.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const project = (plan: PlanModel, scenario: Scenario): number[][] =>
  projectPlan(prepareProjection(plan, scenario)).map((levels) => [...levels]);

describe('projectPlan', () => {
  // Oracle: the equation of the model as tests/helpers/reference-model.ts reads it, sums in the order of the scenario.
  // Stated tolerance: 1e-9 of the level, for sums taken in another order and the shares that remain after a drop.
  it('should always give the levels of the equation', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 4] }), ({ plan, scenario }) => {
        const projector = prepareProjection(plan, scenario);
        const levels = projectPlan(projector);
        plan.indicators.forEach(({ id, baseline }, index) => {
          levels[index]?.forEach((level, t) => {
            const expected = referenceLevel(plan, scenario, id, t);
            expect(Math.abs(level - expected)).toBeLessThanOrEqual(1e-9 * (expected + baseline.value));
          });
          const measure = projector.measures[index] ?? 'stock';
          const value = measuredValues(levels[index] ?? new Float64Array(), measure).at(-1);
          const expected = referenceValue(plan, scenario, id);
          expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(1e-9 * (expected + baseline.value));
        });
      }),
      seeded(300),
    );
  });

  it('should hold every indicator at its baseline where nothing is assumed', () => {
    const plan = smallPlan([{ baseline: { value: 5.864 } }, { baseline: { value: 191 } }], 2);
    expect(project(plan, scenarioOf(plan, {}))).toEqual([
      [5.864, 5.864, 5.864],
      [191, 191, 191],
    ]);
  });

  it('should take a decline below nothing as nothing, and stay there', () => {
    const plan = smallPlan([{}], 3);
    const growth = { 'indicator-1': { kind: 'linear', amount: -60 } } as const;
    expect(project(plan, scenarioOf(plan, { growth }))).toEqual([[100, 40, 0, 0]]);
  });

  it('should let a linear assumption rise again from nothing', () => {
    const plan = smallPlan([{}], 3);
    const growth = { 'indicator-1': { kind: 'linear', amount: 10 } } as const;
    const drivers = [{ id: 'shock', intensity: [-2, 0, 0], effects: { 'indicator-1': 100 } }];
    expect(project(plan, scenarioOf(plan, { growth, drivers }))).toEqual([[100, 0, 10, 20]]);
  });

  it("should add a driver's effect in percentage points in the year of its intensity only", () => {
    const plan = smallPlan([{}, {}], 3);
    const drivers = [{ id: 'opening', intensity: [0, 2, 0], effects: { 'indicator-2': 25 } }];
    expect(project(plan, scenarioOf(plan, { drivers }))).toEqual([
      [100, 100, 100, 100],
      [100, 100, 150, 150],
    ]);
  });

  it("should take the plan's effect of a driver where the scenario states none, and its own where it does", () => {
    const shipped = { id: 'opening', effects: { 'indicator-1': 10, 'indicator-2': 10 } };
    const plan = { ...smallPlan([{}, {}, {}], 1), drivers: [shipped] };
    const drivers = [{ id: 'opening', intensity: [1], effects: { 'indicator-2': 50 } }];
    const reached = project(plan, scenarioOf(plan, { drivers })).map((levels) => levels[1]);
    expect(reached).toEqual([100 * (1 + 0) + 0.1 * 100, 150, 100]);
  });

  it('should count no intensity in years for which a driver states none', () => {
    const plan = smallPlan([{}], 2);
    const drivers = [{ id: 'opening', intensity: [1], effects: { 'indicator-1': 50 } }];
    expect(project(plan, scenarioOf(plan, { drivers }))).toEqual([[100, 150, 150]]);
  });

  it('should let no link act in the first projected year, and pass growth on a year later', () => {
    const plan = smallPlan([{}, {}], 3);
    const growth = { 'indicator-2': { kind: 'yearly', rates: [1, 0, 0] } } as const;
    const links = [{ to: 'indicator-1', from: 'indicator-2', strength: 0.5 }];
    expect(project(plan, scenarioOf(plan, { growth, influences: links }))).toEqual([
      [100, 100, 150, 150],
      [100, 200, 200, 200],
    ]);
  });

  it('should let an indicator feed itself', () => {
    const plan = smallPlan([{}], 3);
    const growth = { 'indicator-1': { kind: 'yearly', rates: [0.5, 0, 0] } } as const;
    const links = [{ to: 'indicator-1', from: 'indicator-1', strength: 1 }];
    expect(project(plan, scenarioOf(plan, { growth, influences: links }))).toEqual([[100, 150, 225, 337.5]]);
  });

  it('should count no growth after a level of nothing', () => {
    const plan = smallPlan([{}, {}], 4);
    const growth = { 'indicator-2': { kind: 'linear', amount: -100 } } as const;
    const links = [{ to: 'indicator-1', from: 'indicator-2', strength: 0.5 }];
    // The fall to nothing counts as -100 % once, and is nothing after.
    expect(project(plan, scenarioOf(plan, { growth, influences: links }))[0]).toEqual([100, 100, 50, 50, 50]);
  });

  it('should pass over a link from an indicator the plan does not have, and over one without strength', () => {
    const plan = smallPlan([{}, {}], 2);
    const growth = { 'indicator-2': { kind: 'compound', rate: 1 } } as const;
    const links = [
      { to: 'indicator-1', from: 'stranger', strength: 1 },
      { to: 'indicator-1', from: 'indicator-2', strength: 0 },
    ];
    const scenario = scenarioOf(plan, { growth, influences: links });
    expect(prepareProjection(plan, scenario).feeds).toEqual([[], []]);
    expect(project(plan, scenario)[0]).toEqual([100, 100, 100]);
  });

  it('should count at most a millionfold growth in a link, and let no level pass 1e150', () => {
    const plan = smallPlan([{ baseline: { value: 1 } }, { baseline: { value: 1e-9 } }], 2);
    const growth = { 'indicator-2': { kind: 'linear', amount: 1e11 } } as const;
    const links = [{ to: 'indicator-1', from: 'indicator-2', strength: 2 }];
    expect(project(plan, scenarioOf(plan, { growth, influences: links }))[0]).toEqual([1, 1, 2_000_001]);
    expect(nextLevel({ kind: 'compound', rate: 10 }, 1e150, 0, 0)).toBe(1e150);
  });

  it('should replace the assumption of one indicator only while needed growth is sought', () => {
    const plan = smallPlan([{}, {}], 1);
    const growth = {
      'indicator-1': { kind: 'compound', rate: 0.25 },
      'indicator-2': { kind: 'compound', rate: 0.25 },
    } as const;
    const projector = prepareProjection(plan, scenarioOf(plan, { growth }));
    const levels = projectPlan(projector, { index: 1, rate: 0.5 });
    expect(levels.map((path) => path[1])).toEqual([125, 150]);
  });

  // Rates at least a millionth apart, the step in which a rate can be set; then no rounding can hide the order.
  it('should never lower an indicator as its constant rate rises, where no links act', () => {
    const anyRates = fc.tuple(between(-0.999999, 9.99), magnitude(1e-6, 0.01)).map(([low, step]) => ({
      low,
      high: low + step,
    }));
    fc.assert(
      fc.property(
        anyCase({ links: 'none', numbers: 'extreme', years: [1, 50] }),
        anyRates,
        ({ plan, scenario }, { low, high }) => {
          const projector = prepareProjection(plan, scenario);
          plan.indicators.forEach((_, index) => {
            const atLow = projectPlan(projector, { index, rate: low })[index] ?? new Float64Array();
            const atHigh = projectPlan(projector, { index, rate: high })[index] ?? new Float64Array();
            atLow.forEach((level, t) => expect(atHigh[t]).toBeGreaterThanOrEqual(level));
          });
        },
      ),
      seeded(300),
    );
  });

  it('should always give the same bits in whatever order indicators, drivers and links are listed', () => {
    const anyReordered = anyCase({ numbers: 'extreme', amounts: 'extreme' }).chain(({ plan, scenario }) =>
      fc.record({
        plan: fc.constant(plan),
        scenario: fc.constant(scenario),
        indicators: anyOrder(plan.indicators),
        drivers: anyOrder(scenario.drivers),
        links: anyOrder(scenario.influences),
      }),
    );
    fc.assert(
      fc.property(anyReordered, ({ plan, scenario, indicators, drivers, links }) => {
        const levels = project(plan, scenario);
        const reordered = project({ ...plan, indicators }, { ...scenario, drivers, influences: links });
        plan.indicators.forEach((indicator, index) => {
          expect(reordered[indicators.indexOf(indicator)]).toStrictEqual(levels[index]);
        });
      }),
      seeded(300),
    );
  });
});

describe('extraGrowth', () => {
  it('should be the sum of what drivers and links add, as a fraction', () => {
    const plan = smallPlan([{}, {}], 2);
    const scenario = scenarioOf(plan, {
      growth: { 'indicator-2': { kind: 'compound', rate: 0.5 } },
      drivers: [
        { id: 'opening', intensity: [1, -1], effects: { 'indicator-1': 25 } },
        { id: 'demand', intensity: [0, 0.5], effects: { 'indicator-1': 200 } },
      ],
      influences: [{ to: 'indicator-1', from: 'indicator-2', strength: 0.5 }],
    });
    const projector = prepareProjection(plan, scenario);
    const levels = projectPlan(projector);
    expect(extraGrowth(projector, levels, 0, 0)).toBe(0.25);
    expect(extraGrowth(projector, levels, 0, 1)).toBe(-0.25 + 1 + 0.25);
    expect(extraGrowth(projector, levels, 1, 1)).toBe(0);
  });
});

describe('measuredValues', () => {
  const levels = Float64Array.of(10, 11, 12, 13);

  it.each(['stock', 'flow'] as const)('should be the levels themselves for a %s', (measure) => {
    expect([...measuredValues(levels, measure)]).toEqual([10, 11, 12, 13]);
  });

  it('should be the sum so far, without the baseline year, for cumulative', () => {
    expect([...measuredValues(levels, 'cumulative')]).toEqual([0, 11, 23, 36]);
    expect([...levels]).toEqual([10, 11, 12, 13]);
  });
});

describe('heldValue', () => {
  // Stated tolerance: a sum of n terms against one product, n units in the last index.
  it('should always be what the projection gives where nothing is assumed', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 50] }), fc.constantFrom(...MEASURES), ({ plan }, measure) => {
        const levels = projectPlan(prepareProjection(plan, scenarioOf(plan, {})));
        plan.indicators.forEach((indicator, index) => {
          const value = measuredValues(levels[index] ?? new Float64Array(), measure).at(-1) ?? NaN;
          const held = heldValue(plan, indicator, measure);
          expect(Math.abs(held - value)).toBeLessThanOrEqual(50 * 2 ** -52 * value);
        });
      }),
      seeded(100),
    );
  });
});
