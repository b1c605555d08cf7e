import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Measure } from '../../../src/core/plan/plan.ts';
import { NO_GROWTH, type GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import {
  canonicalScenario,
  compareText,
  effectOf,
  emptyScenario,
  growthOf,
  measureOf,
  own,
  readingsOf,
  shippedEffect,
  spreadOf,
} from '../../../src/core/scenario/scenario.ts';
import { anyCase, anyOrder, seeded } from '../../helpers/arbitraries.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const plan = {
  ...smallPlan([{}, { measure: 'flow' }, { id: 'constructor' }]),
  drivers: [{ id: 'opening', effects: { 'indicator-1': 8 } }],
};

describe('emptyScenario', () => {
  it('should assume nothing', () => {
    expect(emptyScenario(plan)).toEqual({
      plan: 'small',
      name: '',
      growth: {},
      spread: {},
      measure: {},
      rho: 0,
      phi: 0,
      seed: 1,
      start: 'baseline',
      drivers: [],
      influences: [],
    });
  });
});

describe('what a scenario says of an indicator', () => {
  const scenario = scenarioOf(plan, {
    growth: { 'indicator-1': { kind: 'linear', amount: 5 } },
    spread: { 'indicator-1': 4 },
    measure: { 'indicator-1': 'cumulative' },
  });

  it('should be what it states', () => {
    expect(growthOf(scenario, 'indicator-1')).toEqual({ kind: 'linear', amount: 5 });
    expect(spreadOf(scenario, 'indicator-1')).toBe(4);
    expect(measureOf(scenario, { ...smallPlan([{}]).indicators[0], id: 'indicator-1' } as never)).toBe(
      'cumulative',
    );
  });

  it('should be the default where it states nothing', () => {
    expect(growthOf(scenario, 'indicator-2')).toBe(NO_GROWTH);
    expect(spreadOf(scenario, 'indicator-2')).toBe(0);
    expect(plan.indicators.map((indicator) => measureOf(scenario, indicator))).toEqual([
      'cumulative',
      'flow',
      'stock',
    ]);
  });

  it('should never be what every object inherits', () => {
    for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(own({}, id)).toBeUndefined();
      expect(growthOf(scenario, id)).toBe(NO_GROWTH);
      expect(spreadOf(scenario, id)).toBe(0);
      expect(shippedEffect(plan, 'opening', id)).toBe(0);
      expect(effectOf(plan, { id: 'opening', effects: {} }, id)).toBe(0);
    }
  });
});

describe('effectOf', () => {
  it("should be the scenario's own effect, else the plan's, else none", () => {
    expect(effectOf(plan, { id: 'opening', effects: { 'indicator-1': -3 } }, 'indicator-1')).toBe(-3);
    expect(effectOf(plan, { id: 'opening', effects: { 'indicator-1': 0 } }, 'indicator-1')).toBe(0);
    expect(effectOf(plan, { id: 'opening', effects: {} }, 'indicator-1')).toBe(8);
    expect(effectOf(plan, { id: 'opening', effects: {} }, 'indicator-2')).toBe(0);
    expect(effectOf(plan, { id: 'weather', effects: {} }, 'indicator-1')).toBe(0);
  });
});

describe('readingsOf', () => {
  const readings = (index: number, current: Measure): readonly Measure[] => {
    const indicator = shippedPlan.indicators[index];
    return indicator === undefined ? [] : readingsOf(indicator, current);
  };

  it("should be the plan's one reading where there is no doubt", () => {
    expect(readings(0, 'stock')).toEqual(['stock']);
  });

  it("should be the plan's readings, its first one first", () => {
    expect(readings(5, 'cumulative')).toEqual(['cumulative', 'flow']);
    expect(readings(5, 'flow')).toEqual(['cumulative', 'flow']);
  });

  it('should hold the current reading where a link has set one the plan does not offer', () => {
    expect(readings(0, 'cumulative')).toEqual(['stock', 'cumulative']);
    expect(readings(5, 'stock')).toEqual(['cumulative', 'flow', 'stock']);
  });
});

describe('canonicalScenario', () => {
  it('should state nothing that is the default', () => {
    const stated = scenarioOf(plan, {
      growth: { 'indicator-1': { kind: 'compound', rate: 0 }, 'indicator-2': { kind: 'compound', rate: -0 } },
      spread: { 'indicator-1': 0 },
      measure: { 'indicator-1': 'stock', 'indicator-2': 'flow' },
      drivers: [
        { id: 'opening', intensity: [0, 0, 0], effects: { 'indicator-1': 8 } },
        { id: 'demand', intensity: [0, -0, 0], effects: { 'indicator-1': 0 } },
      ],
      influences: [{ to: 'indicator-1', from: 'indicator-2', strength: 0 }],
    });
    expect(canonicalScenario(plan, stated)).toStrictEqual(emptyScenario(plan));
  });

  it('should keep all that is not the default', () => {
    const still: GrowthAssumption = { kind: 'yearly', rates: [0, 0, 0] };
    const stated = scenarioOf(plan, {
      name: 'Mine',
      growth: {
        'indicator-1': { kind: 'compound', rate: 0.1 },
        'indicator-2': { kind: 'linear', amount: 0 },
        constructor: still,
      },
      spread: { 'indicator-2': 4 },
      measure: { 'indicator-1': 'flow' },
      rho: 0.5,
      phi: 0.25,
      seed: 9,
      start: 'latest',
      drivers: [
        { id: 'demand', intensity: [0, 0, 0], effects: { 'indicator-1': 2 } },
        { id: 'opening', intensity: [0, 1, 0], effects: { 'indicator-1': 0, 'indicator-2': 3 } },
      ],
      influences: [{ to: 'indicator-1', from: 'indicator-1', strength: -0.5 }],
    });
    expect(canonicalScenario(plan, stated)).toStrictEqual(stated);
  });

  it('should put drivers and links in the order of their ids', () => {
    const stated = scenarioOf(plan, {
      drivers: ['weather', 'demand', 'opening'].map((id) => ({ id, intensity: [1, 0, 0], effects: {} })),
      influences: [
        { to: 'indicator-2', from: 'indicator-1', strength: 1 },
        { to: 'indicator-1', from: 'indicator-2', strength: 2 },
        { to: 'indicator-1', from: 'indicator-1', strength: 3 },
      ],
    });
    const { drivers, influences } = canonicalScenario(plan, stated);
    expect(drivers.map(({ id }) => id)).toEqual(['demand', 'opening', 'weather']);
    expect(influences.map(({ strength }) => strength)).toEqual([3, 2, 1]);
  });

  it('should drop what is said of indicators the plan does not have', () => {
    const stated = scenarioOf(plan, {
      growth: { stranger: { kind: 'compound', rate: 0.1 } },
      drivers: [{ id: 'demand', intensity: [0, 0, 0], effects: { stranger: 3 } }],
    });
    expect(canonicalScenario(plan, stated)).toStrictEqual(emptyScenario(plan));
  });

  it('should take one year of its own rate for that rate every year', () => {
    const oneYear = smallPlan([{}], 1);
    const stated = scenarioOf(oneYear, { growth: { 'indicator-1': { kind: 'yearly', rates: [0.05] } } });
    expect(canonicalScenario(oneYear, stated).growth).toEqual({
      'indicator-1': { kind: 'compound', rate: 0.05 },
    });
  });

  it('should never change a canonical form', () => {
    fc.assert(
      fc.property(anyCase(), (given) => {
        const once = canonicalScenario(given.plan, given.scenario);
        expect(canonicalScenario(given.plan, once)).toStrictEqual(once);
        expect(JSON.stringify(canonicalScenario(given.plan, once))).toBe(JSON.stringify(once));
      }),
      seeded(300),
    );
  });

  it('should always be the same text for scenarios that say the same', () => {
    const anyReordered = anyCase().chain(({ plan: about, scenario }) =>
      fc.record({
        about: fc.constant(about),
        scenario: fc.constant(scenario),
        drivers: anyOrder(scenario.drivers),
        influences: anyOrder(scenario.influences),
        growth: anyOrder(Object.entries(scenario.growth)),
      }),
    );
    fc.assert(
      fc.property(anyReordered, ({ about, scenario, drivers, influences, growth }) => {
        const said = { ...scenario, drivers, influences, growth: Object.fromEntries(growth) };
        expect(JSON.stringify(canonicalScenario(about, said))).toBe(
          JSON.stringify(canonicalScenario(about, scenario)),
        );
      }),
      seeded(300),
    );
  });
});

describe('compareText', () => {
  it('should order by code units, which no language changes', () => {
    expect(['b', 'a-1', 'B', 'a', 'é', 'a1', '前'].sort(compareText)).toEqual([
      'B',
      'a',
      'a-1',
      'a1',
      'b',
      'é',
      '前',
    ]);
    expect(compareText('a', 'a')).toBe(0);
  });
});
