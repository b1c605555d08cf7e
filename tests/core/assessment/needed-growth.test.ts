import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assessTarget, isMet } from '../../../src/core/assessment/assess-target.ts';
import {
  growthZone,
  neededGrowth,
  shownRate,
  type GrowthZone,
  type NeededByEdge,
} from '../../../src/core/assessment/needed-growth.ts';
import { edgeValue, type Edge, type Target } from '../../../src/core/plan/target.ts';
import { simulatePlan as simulateWith, type IndicatorResult } from '../../../src/core/simulate-plan.ts';
import type { IndicatorModel, PlanModel } from '../../../src/core/plan/plan.ts';
import { prepareProjection, projectPlan } from '../../../src/core/projection/project-plan.ts';
import { RATE_RANGE } from '../../../src/core/growth/compound.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { anyCase, between, seeded, uniform, type Case } from '../../helpers/arbitraries.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

/** With few draws: what is tested here is the same for any number. */
const simulatePlan = (
  plan: Parameters<typeof simulateWith>[0],
  scenario: Parameters<typeof simulateWith>[1],
) => simulateWith(plan, scenario, { draws: 8 });

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const EDGES: readonly Edge[] = ['min', 'max'];
/** A hundredth of a percentage point. */
const HUNDREDTH = 0.0001;

/** The plan's answer for one indicator. */
const neededIn = (plan: PlanModel, scenario: Scenario, index = 0): NeededByEdge => {
  const projector = prepareProjection(plan, scenario);
  return neededGrowth(projector, projectPlan(projector), index);
};

/** What follows for an indicator if it grows at a constant rate, all else as the scenario has it. */
const resultAt = (
  { plan, scenario }: Case,
  { id }: { readonly id: string },
  rate: number,
): IndicatorResult => {
  const growth = { ...scenario.growth, [id]: { kind: 'compound', rate } } as const;
  const result = simulatePlan(plan, { ...scenario, growth }).indicators.find((one) => one.id === id);
  if (result === undefined) throw new Error(`no result for ${id}`);
  return result;
};

/** Every rate that is found, with the indicator and edge it is for. */
const foundRates = (
  given: Case,
): readonly {
  readonly indicator: IndicatorModel;
  readonly edge: Edge;
  readonly at: number;
  readonly rate: number;
}[] =>
  simulatePlan(given.plan, given.scenario).indicators.flatMap(({ needed }, index) => {
    const indicator = given.plan.indicators[index] as IndicatorModel;
    return EDGES.flatMap((edge) => {
      const at = edgeValue(indicator.target, edge);
      const answer = needed[edge];
      return at !== undefined && answer?.kind === 'found' ? [{ indicator, edge, at, rate: answer.rate }] : [];
    });
  });

/** Kinds of case in which a higher rate gives a higher value, so that an edge divides the rates in two. */
const RISING: readonly (readonly [name: string, any: Arbitrary<Case>])[] = [
  ['no drivers or links', anyCase({ drivers: 'none', links: 'none', years: [1, 50] })],
  ['drivers', anyCase({ links: 'none' })],
  ['drivers and links that never come back', anyCase({ links: 'onward', shapes: 'rates' })],
  ['drivers and helping links in cycles', anyCase({ links: 'any-positive', shapes: 'rates', years: [1, 6] })],
];

describe('neededGrowth', () => {
  // Oracle: (edge / b)^(1/n) - 1, by hand.
  it('should be the constant rate that leads from the baseline to the edge', () => {
    const plan = smallPlan([{ target: { kind: 'within', min: 72.9, max: 133.1 } }]);
    const { min, max } = neededIn(plan, scenarioOf(plan, {}));
    expect(min).toEqual({ kind: 'found', rate: expect.closeTo(-0.1, 14) as number });
    expect(max).toEqual({ kind: 'found', rate: expect.closeTo(0.1, 14) as number });
  });

  it('should be 0, and never -0, for a baseline on the edge', () => {
    const plan = smallPlan([{ target: { kind: 'at-most', max: 100 } }]);
    expect(neededIn(plan, scenarioOf(plan, {}))).toStrictEqual({ max: { kind: 'found', rate: 0 } });
  });

  it('should answer for the edges a target has and no other', () => {
    const plan = smallPlan([{}, { target: { kind: 'at-most', max: 120 } }]);
    expect(Object.keys(neededIn(plan, scenarioOf(plan, {}), 0))).toEqual(['min']);
    expect(Object.keys(neededIn(plan, scenarioOf(plan, {}), 1))).toEqual(['max']);
  });

  it("should not depend on the indicator's own assumption", () => {
    const plan = smallPlan([{ measure: 'cumulative', target: { kind: 'at-least', min: 364 } }]);
    const growth = { 'indicator-1': { kind: 'linear', amount: -20 } } as const;
    expect(neededIn(plan, scenarioOf(plan, { growth }))).toEqual(neededIn(plan, scenarioOf(plan, {})));
    // Oracle: 110 + 121 + 133.1 = 364.1; a tenth less needs a little under 10 %.
    expect(neededIn(plan, scenarioOf(plan, {})).min).toEqual({
      kind: 'found',
      rate: expect.closeTo(0.09985, 4) as number,
    });
  });

  it('should take off what a driver gives every year', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 133.1 } }]);
    const drivers = [{ id: 'opening', intensity: [1, 1, 1], effects: { 'indicator-1': 4 } }];
    const { min } = neededIn(plan, scenarioOf(plan, { drivers }));
    expect(min).toEqual({ kind: 'found', rate: expect.closeTo(0.06, 12) as number });
  });

  it('should follow growth that comes back over links', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 100 * 1.1 * 1.15 } }], 2);
    const links = [{ to: 'indicator-1', from: 'indicator-1', strength: 0.5 }];
    // Oracle: 10 % in the first year, 10 % and half of the first year's 10 % in the second.
    const { min } = neededIn(plan, scenarioOf(plan, { influences: links }));
    expect(min).toEqual({ kind: 'found', rate: expect.closeTo(0.1, 12) as number });
  });

  it('should find a rate between others that give too little, where growth comes back and slows itself', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 110 } }], 2);
    const links = [{ to: 'indicator-1', from: 'indicator-1', strength: -3 }];
    // Oracle: (1 + g) (1 - 2 g) = 1.1 has the roots (-1 - sqrt(0.2)) / 4 and (-1 + sqrt(0.2)) / 4.
    const { min } = neededIn(plan, scenarioOf(plan, { influences: links }));
    expect(min).toEqual({ kind: 'found', rate: expect.closeTo((-1 - Math.sqrt(0.2)) / 4, 12) as number });
  });

  it('should see that growth comes back over more than one link, and over a cycle it only hangs on', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 135 } }, {}, {}], 4);
    const links = [
      { to: 'indicator-1', from: 'indicator-2', strength: 0.5 },
      { to: 'indicator-2', from: 'indicator-3', strength: 0.5 },
      { to: 'indicator-3', from: 'indicator-2', strength: 0.5 },
      { to: 'indicator-3', from: 'indicator-1', strength: 0.5 },
    ];
    for (const shown of [links, links.slice(0, 3)]) {
      const given = { plan, scenario: scenarioOf(plan, { influences: shown }) };
      for (const { indicator, at, rate } of foundRates(given)) {
        expect(resultAt(given, indicator, rate).value / at).toBeCloseTo(1, 12);
      }
    }
    // Coming back over two others, growth helps: less is needed than where it only hangs on them.
    const rates = [links, links.slice(0, 3)].map(
      (shown) => foundRates({ plan, scenario: scenarioOf(plan, { influences: shown }) })[0]?.rate ?? NaN,
    );
    expect(rates[0]).toBeLessThan(rates[1] ?? NaN);
  });

  it.each(RISING)('should always meet the edge when put back, with %s', (_, any) => {
    fc.assert(
      fc.property(any, (given) => {
        for (const { indicator, at, rate } of foundRates(given)) {
          const { value, status } = resultAt(given, indicator, rate);
          expect(status).toBe('met');
          // Stated tolerance: half of that at which an edge counts as met.
          expect(Math.abs(value / at - 1)).toBeLessThanOrEqual(5e-10);
        }
      }),
      seeded(200),
    );
  });

  it.each(RISING)(
    'should never meet a lower edge with 0.01 points less, nor an upper edge with 0.01 points more, with %s',
    (_, any) => {
      fc.assert(
        fc.property(any, (given) => {
          for (const { indicator, edge, rate } of foundRates(given)) {
            if (edge === 'min') {
              expect(resultAt(given, indicator, rate - HUNDREDTH).status).toBe('missed');
            } else {
              const beyond = indicator.target.kind === 'within' ? 'exceeded' : 'missed';
              expect(resultAt(given, indicator, rate + HUNDREDTH).status).toBe(beyond);
            }
          }
        }),
        seeded(200),
      );
    },
  );

  // Below -99.9999 % a year, the lowest rate that can be set, a double near -1 has no room for a billionth.
  it('should always meet the edge when put back, for any amounts a plan may hold and any rate that can be set', () => {
    const any = anyCase({ drivers: 'none', links: 'none', amounts: 'extreme', years: [1, 50] });
    fc.assert(
      fc.property(any, (given) => {
        for (const { indicator, at, rate } of foundRates(given)) {
          if (rate < RATE_RANGE.from) continue;
          expect(Math.abs(resultAt(given, indicator, rate).value / at - 1)).toBeLessThanOrEqual(5e-10);
        }
      }),
      seeded(300),
    );
  });

  it('should always meet the edge when put back, with links of any sign in cycles', () => {
    fc.assert(
      fc.property(anyCase({ links: 'any', years: [1, 6] }), (given) => {
        for (const { indicator, at, rate } of foundRates(given)) {
          expect(Math.abs(resultAt(given, indicator, rate).value / at - 1)).toBeLessThanOrEqual(5e-10);
        }
      }),
      seeded(150),
    );
  });

  it('should always find a rate for a stock or flow on which nothing acts, unless it is -1 to a double', () => {
    fc.assert(
      fc.property(
        anyCase({ drivers: 'none', links: 'none', amounts: 'extreme', years: [1, 50] }),
        ({ plan, scenario }) => {
          const years = plan.horizonYear - plan.baselineYear;
          simulatePlan(plan, scenario).indicators.forEach(({ measure, needed }, index) => {
            if (measure === 'cumulative') return;
            for (const [edge, answer] of Object.entries(needed)) {
              const { baseline, target } = plan.indicators[index] as (typeof plan.indicators)[number];
              const value = edgeValue(target, edge as 'min' | 'max') as number;
              const isTold = (value / baseline.value) ** (1 / years) - 1 > -1;
              expect(answer.kind).toBe(isTold ? 'found' : 'out-of-reach');
            }
          });
        },
      ),
      seeded(200),
    );
  });

  it('should always lie between the rates of the neighbouring edges', () => {
    fc.assert(
      fc.property(anyCase({ links: 'onward' }), ({ plan, scenario }) => {
        for (const { needed } of simulatePlan(plan, scenario).indicators) {
          if (needed.min?.kind === 'found' && needed.max?.kind === 'found') {
            expect(needed.min.rate).toBeLessThan(needed.max.rate);
          }
        }
      }),
      seeded(200),
    );
  });

  describe('where an edge is out of reach', () => {
    const total: Partial<IndicatorModel> = { measure: 'cumulative', baseline: { value: 1 } };

    it('should give the value of the highest rate tried where that is too low', () => {
      const plan = smallPlan([{ ...total, target: { kind: 'at-least', min: 1000 } }], 2);
      // Oracle: 11 + 121 at 1000 % a year.
      expect(neededIn(plan, scenarioOf(plan, {})).min).toEqual({ kind: 'out-of-reach', best: 132 });
    });

    it('should give the value of the lowest rate where that is too high', () => {
      const plan = smallPlan([{ baseline: { value: 100 }, target: { kind: 'at-most', max: 40 } }], 1);
      const drivers = [{ id: 'opening', intensity: [1], effects: { 'indicator-1': 50 } }];
      const { max } = neededIn(plan, scenarioOf(plan, { drivers }));
      expect(max).toEqual({ kind: 'out-of-reach', best: expect.closeTo(50, 9) as number });
    });

    it('should give the nearest value tried where growth comes back over links', () => {
      const plan = smallPlan([{ ...total, target: { kind: 'at-least', min: 1e9 } }], 2);
      const links = [{ to: 'indicator-1', from: 'indicator-1', strength: 1 }];
      // Oracle: 11 in the first year, 11 (1 + 10 + 10) in the second.
      const { min } = neededIn(plan, scenarioOf(plan, { influences: links }));
      expect(min).toEqual({ kind: 'out-of-reach', best: 242 });
    });

    // Drivers as strong as a scenario may hold them; no links, so that the value rises with the rate.
    it('should never have a rate that reaches the edge or comes nearer to it', () => {
      const any = anyCase({ links: 'none', numbers: 'extreme', amounts: 'extreme', years: [1, 6] });
      fc.assert(
        fc.property(any, fc.array(uniform(-1 + 1e-9, 10), { maxLength: 5 }), (given, rates) => {
          simulatePlan(given.plan, given.scenario).indicators.forEach(({ needed }, index) => {
            const indicator = given.plan.indicators[index] as IndicatorModel;
            for (const edge of EDGES) {
              const at = edgeValue(indicator.target, edge);
              const answer = needed[edge];
              if (at === undefined || answer?.kind !== 'out-of-reach') continue;
              for (const rate of rates) {
                const over = resultAt(given, indicator, rate).value - at;
                expect(Math.sign(over)).toBe(Math.sign(answer.best - at));
                // Stated tolerance: the last bits of the value.
                expect(Math.abs(over)).toBeGreaterThanOrEqual(Math.abs(answer.best - at) * (1 - 1e-12));
              }
            }
          });
        }),
        seeded(300),
      );
    });
  });
});

describe('growthZone', () => {
  const found = (rate: number) => ({ kind: 'found', rate }) as const;
  const outOfReach = (best: number) => ({ kind: 'out-of-reach', best }) as const;
  const atLeast: Target = { kind: 'at-least', min: 40 };
  const atMost: Target = { kind: 'at-most', max: 50 };
  const within: Target = { kind: 'within', min: 40, max: 50 };

  it.each<[name: string, target: Target, needed: NeededByEdge, zone: GrowthZone | undefined]>([
    ['open above', atLeast, { min: found(0.1) }, { from: 0.1, to: Infinity }],
    ['open below', atMost, { max: found(0.2) }, { from: -Infinity, to: 0.2 }],
    ['an interval', within, { min: found(0.1), max: found(0.2) }, { from: 0.1, to: 0.2 }],
    [
      'open below where even the lowest rate gives more than the lower edge',
      within,
      { min: outOfReach(45), max: found(0.2) },
      { from: -Infinity, to: 0.2 },
    ],
    [
      'open above where even the highest rate gives less than the upper edge',
      within,
      { min: found(0.1), max: outOfReach(45) },
      { from: 0.1, to: Infinity },
    ],
    [
      'every rate where all stay within',
      within,
      { min: outOfReach(42), max: outOfReach(48) },
      { from: -Infinity, to: Infinity },
    ],
    [
      'every rate where none reaches an upper limit',
      atMost,
      { max: outOfReach(30) },
      { from: -Infinity, to: Infinity },
    ],
    ['none where no rate comes up', atLeast, { min: outOfReach(30) }, undefined],
    ['none where no rate comes down', atMost, { max: outOfReach(60) }, undefined],
    [
      'none where no rate comes up to the range',
      within,
      { min: outOfReach(30), max: outOfReach(30) },
      undefined,
    ],
    [
      'none where no rate comes down to the range',
      within,
      { min: outOfReach(60), max: outOfReach(60) },
      undefined,
    ],
    ['none where the edges change indices', within, { min: found(0.2), max: found(0.1) }, undefined],
  ])('should be %s', (_, target, needed, zone) => {
    expect(growthZone(target, needed)).toEqual(zone);
  });

  it('should always hold the rates that meet the target, and no others', () => {
    const anyRate = uniform(-0.999, 10);
    const any = anyCase({ links: 'none', years: [1, 6] });
    fc.assert(
      fc.property(any, fc.array(anyRate, { minLength: 3, maxLength: 3 }), (given, rates) => {
        simulatePlan(given.plan, given.scenario).indicators.forEach(({ zone }, index) => {
          const indicator = given.plan.indicators[index] as IndicatorModel;
          const { target } = indicator;
          for (const rate of rates) {
            const { value } = resultAt(given, indicator, rate);
            const inside = zone !== undefined && rate >= zone.from && rate <= zone.to;
            const { status } = assessTarget(value, target);
            expect(status === 'met').toBe(inside);
          }
        });
      }),
      seeded(300),
    );
  });

  it('should never be given where strong drivers keep every rate from the target', () => {
    const any = anyCase({ links: 'none', numbers: 'extreme', amounts: 'extreme', years: [1, 4] });
    fc.assert(
      fc.property(any, fc.array(uniform(-0.999, 10), { maxLength: 4 }), (given, rates) => {
        simulatePlan(given.plan, given.scenario).indicators.forEach(({ zone }, index) => {
          const indicator = given.plan.indicators[index] as IndicatorModel;
          if (zone === undefined) {
            for (const rate of rates) expect(resultAt(given, indicator, rate).status).not.toBe('met');
          } else {
            expect(zone.from).toBeLessThan(Infinity);
            expect(zone.to).toBeGreaterThan(-Infinity);
          }
        });
      }),
      seeded(300),
    );
  });
});

describe('shownRate', () => {
  it.each<{ rate: number; edge: Edge; stated: number }>([
    { rate: 0.1211530001, edge: 'min', stated: 0.1212 },
    { rate: 0.1211530001, edge: 'max', stated: 0.1211 },
    { rate: -0.02656946, edge: 'min', stated: -0.0265 },
    { rate: -0.02656946, edge: 'max', stated: -0.0266 },
    { rate: 0.12 + 1e-14, edge: 'min', stated: 0.12 },
    { rate: 0.1 + 0.2, edge: 'min', stated: 0.3 },
    { rate: 0.3 - 1e-17, edge: 'max', stated: 0.3 },
    { rate: 10, edge: 'max', stated: 10 },
  ])('should state $rate for the $edge edge as $stated', ({ rate, edge, stated }) => {
    expect(shownRate(rate, edge)).toBe(stated);
  });

  it('should never be -0', () => {
    expect(shownRate(-1e-5, 'min')).toBe(0);
    expect(shownRate(-0, 'max')).toBe(0);
  });

  it('should take finer steps in a zone that holds no hundredth of a point', () => {
    expect(shownRate(0.12341, 'min', { from: 0.12341, to: 0.12349 })).toBe(0.12341);
    expect(shownRate(0.12349, 'max', { from: 0.12341, to: 0.12349 })).toBe(0.12349);
    expect(shownRate(0.1234123, 'min', { from: 0.1234123, to: 0.1234128 })).toBe(0.123413);
    expect(shownRate(0.1234128, 'max', { from: 0.1234123, to: 0.1234128 })).toBe(0.123412);
  });

  it('should always be a whole number of ten-thousandths, less than one from the rate', () => {
    fc.assert(
      fc.property(between(-0.999999, 10), fc.constantFrom(...EDGES), (rate, edge) => {
        const stated = shownRate(rate, edge);
        expect(stated).toBe(Math.round(stated * 1e4) / 1e4);
        expect(Math.abs(stated - rate)).toBeLessThan(1e-4);
        expect(shownRate(stated, edge)).toBe(stated);
      }),
      seeded(2000),
    );
  });

  // Ranges at least 0.1 % wide, so that a step of the rate fits between their edges.
  it.each(RISING)('should always meet the edge it is rounded for, with %s', (_, any) => {
    fc.assert(
      fc.property(any, (given) => {
        for (const { indicator, edge, rate } of foundRates(given)) {
          const { zone } = resultAt(given, indicator, rate);
          const stated = shownRate(rate, edge, zone);
          const { status, value } = resultAt(given, indicator, stated);
          expect(Math.abs(stated - rate)).toBeLessThanOrEqual(1e-4);
          expect({ edge, stated, value, met: isMet(status) }).toMatchObject({ met: true });
        }
      }),
      seeded(200),
    );
  });
});
