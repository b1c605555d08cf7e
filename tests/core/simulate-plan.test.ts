import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exp } from '../../src/core/arithmetic/exp.ts';
import { log } from '../../src/core/arithmetic/log.ts';
import { isMet } from '../../src/core/assessment/assess-target.ts';
import { simulatePlan as simulateWith, type Simulation } from '../../src/core/simulate-plan.ts';
import { planModel, type PlanModel } from '../../src/core/plan/plan.ts';
import { PLAN_PRESETS, planPreset } from '../../src/core/preset/plan-preset.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { anyCase, anyOrder, seeded, type Case } from '../helpers/arbitraries.ts';
import { deepFreeze } from '../helpers/deep-freeze.ts';
import { illustrations, shippedPlan } from '../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';

/** With few draws: what is tested here is the same for any number. */
const simulatePlan = (
  plan: Parameters<typeof simulateWith>[0],
  scenario: Parameters<typeof simulateWith>[1],
) => simulateWith(plan, scenario, { draws: 8 });

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

/** The results by indicator, in an order no file gives them. */
const byId = ({ indicators, ...rest }: Simulation) => ({
  ...rest,
  indicators: Object.fromEntries([...indicators].map((indicator) => [indicator.id, indicator])),
});

describe('simulatePlan', () => {
  it('should say all that follows for an indicator', () => {
    const plan = smallPlan([{ measure: 'cumulative', target: { kind: 'within', min: 200, max: 300 } }], 2);
    const growth = { 'indicator-1': { kind: 'compound', rate: 0.5 } } as const;
    // Oracle: 100 a year grown by half twice, 150 + 225; 100 (g + g^2) = 200 at g = 1, and 300 at g = 1.3028.
    expect(simulatePlan(plan, scenarioOf(plan, { growth }))).toEqual({
      years: [2000, 2001, 2002],
      met: 1,
      indicators: [
        {
          id: 'indicator-1',
          measure: 'cumulative',
          levels: Float64Array.of(100, 150, 225),
          values: Float64Array.of(0, 150, 375),
          value: 375,
          held: 200,
          status: 'exceeded',
          gap: 75,
          attainment: 1.875,
          needed: {
            min: { kind: 'found', rate: expect.closeTo(0, 12) as number },
            max: { kind: 'found', rate: expect.closeTo((Math.sqrt(13) - 1) / 2 - 1, 12) as number },
          },
          zone: {
            from: expect.closeTo(0, 12) as number,
            to: expect.closeTo((Math.sqrt(13) - 1) / 2 - 1, 12) as number,
          },
        },
      ],
    });
  });

  it("should read an indicator as the scenario does, not as the plan's first reading", () => {
    const read = simulatePlan(shippedPlan, {
      ...planPreset(shippedPlan, 'ten-percent'),
      measure: { 'foreign-investment': 'flow' },
    }).indicators[5];
    expect(read).toMatchObject({ measure: 'flow', held: 5.864, status: 'missed' });
    // Oracle: the caveat of the plan, which says 68 to 76 % a year.
    const rates = [read?.needed.min, read?.needed.max].map((needed) =>
      needed?.kind === 'found' ? Math.round(100 * needed.rate) : undefined,
    );
    expect(rates).toEqual([68, 76]);
  });

  it('should say that there is no zone where no rate meets the target', () => {
    const plan = smallPlan([{ measure: 'cumulative', target: { kind: 'at-least', min: 1e6 } }], 1);
    expect(simulatePlan(plan, emptyScenario(plan)).indicators[0]).toMatchObject({
      needed: { min: { kind: 'out-of-reach' } },
      zone: undefined,
    });
  });

  it('should answer the same for a plan and for its numbers alone', () => {
    for (const scenario of Object.values(illustrations)) {
      expect(simulatePlan(planModel(shippedPlan), scenario)).toStrictEqual(
        simulatePlan(shippedPlan, scenario),
      );
    }
  });

  it('should take an indicator whose id is a name every object has', () => {
    const plan = smallPlan([{ id: 'constructor' }, { id: 'valueof' }]);
    const { indicators } = simulatePlan(plan, emptyScenario(plan));
    expect(indicators.map(({ value }) => value)).toEqual([100, 100]);
  });

  it('should always count as met the indicators that are met or exceeded', () => {
    fc.assert(
      fc.property(anyCase(), ({ plan, scenario }) => {
        const { met, indicators } = simulatePlan(plan, scenario);
        expect(met).toBe(indicators.filter(({ status }) => isMet(status)).length);
        expect(indicators.map(({ id }) => id)).toEqual(plan.indicators.map(({ id }) => id));
      }),
      seeded(200),
    );
  });

  it('should always give the same bits in whatever order indicators, drivers and links are listed', () => {
    const anyReordered = anyCase({ years: [1, 6] }).chain(({ plan, scenario }) =>
      fc.record({
        plan: fc.constant(plan),
        scenario: fc.constant(scenario),
        indicators: anyOrder(plan.indicators),
        shipped: anyOrder(plan.drivers),
        drivers: anyOrder(scenario.drivers),
        links: anyOrder(scenario.influences),
        growth: anyOrder(Object.entries(scenario.growth)),
      }),
    );
    fc.assert(
      fc.property(anyReordered, ({ plan, scenario, indicators, shipped, drivers, links, growth }) => {
        const reordered = simulatePlan(
          { ...plan, indicators, drivers: shipped },
          { ...scenario, drivers, influences: links, growth: Object.fromEntries(growth) },
        );
        // toStrictEqual compares numbers with Object.is.
        expect(byId(reordered)).toStrictEqual(byId(simulatePlan(plan, scenario)));
      }),
      seeded(200),
    );
  });

  it.each<[name: string, any: fc.Arbitrary<Case>]>([
    ['1 to 12 years', anyCase({ numbers: 'extreme', amounts: 'extreme' })],
    ['50 years', anyCase({ numbers: 'extreme', amounts: 'extreme', links: 'onward', years: [50, 50] })],
    ['50 years, links in cycles', anyCase({ numbers: 'extreme', amounts: 'extreme', years: [50, 50] })],
  ])('should never give anything but finite numbers, at the ends of every range over %s', (_, any) => {
    fc.assert(
      fc.property(any, ({ plan, scenario }) => {
        const { years, met, indicators } = simulatePlan(plan, scenario);
        const numbers = [...years, met];
        for (const { levels, values, value, held, gap, attainment, needed, zone } of indicators) {
          numbers.push(...levels, ...values, value, held, gap, attainment);
          for (const answer of Object.values(needed)) {
            numbers.push(answer.kind === 'found' ? answer.rate : answer.best);
          }
          // An end of the zone may be open; it is a number all the same.
          expect([zone?.from, zone?.to]).not.toContain(NaN);
          expect(Math.min(...levels)).toBeGreaterThanOrEqual(0);
        }
        expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
      seeded(100),
    );
  });

  it('should stay finite under the strongest scenario there can be', () => {
    const plan = smallPlan(
      [
        { baseline: { value: 1e11 }, target: { kind: 'at-most', max: 1e-9 }, measure: 'cumulative' },
        { baseline: { value: 1e-9 }, target: { kind: 'within', min: 1e-9, max: 1e11 } },
      ],
      50,
    );
    const ids = plan.indicators.map(({ id }) => id);
    for (const sign of [1, -1]) {
      const { indicators } = simulatePlan(
        plan,
        scenarioOf(plan, {
          growth: {
            'indicator-1': { kind: 'saturating', rate: sign > 0 ? 1 : -0.999999, ceiling: 0.0001 },
            'indicator-2': { kind: 'linear', amount: sign * 1e11 },
          },
          drivers: Array.from({ length: 50 }, (_, d) => ({
            id: `d${String.fromCharCode(97 + (d % 26), 97 + Math.floor(d / 26))}`,
            intensity: Array.from({ length: 50 }, () => sign * 10),
            effects: Object.fromEntries(ids.map((id) => [id, 100])),
          })),
          influences: ids.flatMap((to) => ids.map((from) => ({ to, from, strength: sign * 10 }))),
        }),
      );
      for (const { levels, values, gap, attainment } of indicators) {
        expect([...levels, ...values, gap, attainment].every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('should always give equal results for equal scenarios, whatever was asked in between', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6] }), anyCase({ years: [1, 6] }), ({ plan, scenario }, between) => {
        const first = simulatePlan(plan, scenario);
        simulatePlan(between.plan, between.scenario);
        const again = simulatePlan(structuredClone(plan), structuredClone(scenario));
        expect(again).toStrictEqual(first);
      }),
      seeded(100),
    );
  });

  it('should always give the same results for a scenario and its canonical form', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6] }), ({ plan, scenario }) => {
        const canonical = canonicalScenario(plan, scenario);
        expect(simulatePlan(plan, canonical)).toStrictEqual(simulatePlan(plan, scenario));
      }),
      seeded(200),
    );
  });

  it('should always give the same results whatever its drivers are called', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6] }), fc.string(), ({ plan, scenario }, name) => {
        const drivers = scenario.drivers.map((driver) => ({ ...driver, name }));
        expect(simulatePlan(plan, { ...scenario, drivers })).toStrictEqual(simulatePlan(plan, scenario));
      }),
      seeded(200),
    );
  });

  it('should never change the plan or the scenario it is given', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6] }), ({ plan, scenario }) => {
        const before = JSON.stringify({ plan, scenario });
        // Frozen all through: a write would throw.
        simulatePlan(deepFreeze(plan), deepFreeze(scenario));
        expect(JSON.stringify({ plan, scenario })).toBe(before);
      }),
      seeded(100),
    );
  });
});

describe('core', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('should do without every function whose last bits differ between engines, without clock and without chance', () => {
    const runAll = (): unknown[] => runEverything(shippedPlan);
    const expected = runAll();

    const forbidden = forbidUnsteady();
    const actual = runAll();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();

    expect(forbidden).toBeGreaterThan(20);
    expect(actual).toStrictEqual(expected);
  });

  it('should be watched by a guard that does throw', () => {
    forbidUnsteady();
    const caught = [
      () => Math.exp(1),
      () => Math.random(),
      () => Date.now(),
      () => new Date(),
      () => performance.now(),
    ].map((call) => {
      try {
        call();
        return 'ran';
      } catch {
        return 'threw';
      }
    });
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    expect(caught).toEqual(['threw', 'threw', 'threw', 'threw', 'threw']);
  });
});

/** Everything core can work out about a plan, in every way a page asks for it. */
function runEverything(plan: PlanModel): unknown[] {
  const scenarios: Scenario[] = [
    ...PLAN_PRESETS.map((preset) => planPreset(plan, preset)),
    ...Object.values(illustrations),
    scenarioOf(plan, {
      growth: {
        'hk-enterprises': { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
        'hk-residents': { kind: 'saturating', rate: 0.6, ceiling: 12000 },
        'foreign-investment': { kind: 'linear', amount: 1.5 },
      },
      measure: { 'foreign-investment': 'flow' },
    }),
  ];
  return [
    ...scenarios.flatMap((scenario) => [
      simulatePlan(plan, scenario),
      simulatePlan(plan, canonicalScenario(plan, scenario)),
    ]),
    exp(-0.5),
    exp(-740),
    log(3e-310),
    log(0.7),
  ];
}

/** Make every unsteady function of `Math`, the clock and chance throw; return how many of `Math` there were. */
function forbidUnsteady(): number {
  const steady = [
    'abs',
    'ceil',
    'clz32',
    'floor',
    'fround',
    'imul',
    'max',
    'min',
    'round',
    'sign',
    'sqrt',
    'trunc',
  ];
  const unsteady = Object.getOwnPropertyNames(Math).filter(
    (name) => typeof Math[name as keyof Math] === 'function' && !steady.includes(name),
  );
  const refuse = (name: string) => (): never => {
    throw new Error(`core has called ${name}`);
  };
  for (const name of unsteady) vi.spyOn(Math, name as 'random').mockImplementation(refuse(`Math.${name}`));
  vi.stubGlobal(
    'Date',
    class {
      static now = refuse('Date.now');
      constructor() {
        refuse('new Date')();
      }
    },
  );
  vi.stubGlobal('performance', { now: refuse('performance.now') });
  vi.stubGlobal('crypto', { getRandomValues: refuse('crypto.getRandomValues') });
  return unsteady.length;
}
