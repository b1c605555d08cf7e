import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan, type IndicatorResult, type Simulation } from '../../../src/core/simulate-plan.ts';
import type { IndicatorModel, PlanModel } from '../../../src/core/plan/plan.ts';
import { QUANTILES, quantileAt } from '../../../src/core/draws/quantiles.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { anyCase, anyOrder, between, seeded, uniform } from '../../helpers/arbitraries.ts';
import { deepFreeze } from '../../helpers/deep-freeze.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const FEW = { draws: 64 } as const;

function resultOf({ indicators }: Simulation, id: string): IndicatorResult {
  const result = indicators.find((indicator) => indicator.id === id);
  if (result === undefined) throw new Error(`no indicator ${id}`);
  return result;
}

/** The equation of the model read off the page, for the shocks of one draw; undefined `exp(s z)` is 1. */
function pathsUnder(
  plan: PlanModel,
  scenario: Scenario,
  factorOf: (id: string, t: number) => number,
): Map<string, number[]> {
  const paths = new Map(plan.indicators.map(({ id, baseline }) => [id, [baseline.value]]));
  const at = (id: string, t: number): number => paths.get(id)?.[t] ?? NaN;
  for (let t = 1; t <= plan.horizonYear - plan.baselineYear; t++)
    for (const { id } of plan.indicators) {
      const x = at(id, t - 1);
      const growth = scenario.growth[id] ?? { kind: 'compound', rate: 0 };
      let next = x;
      if (growth.kind === 'compound') next = x * (1 + growth.rate);
      if (growth.kind === 'yearly') next = x * (1 + (growth.rates[t - 1] ?? 0));
      if (growth.kind === 'linear') next = x + growth.amount;
      if (growth.kind === 'saturating') next = x + growth.rate * x * (1 - x / growth.ceiling);
      for (const { intensity, effects } of scenario.drivers)
        next += (((intensity[t - 1] ?? 0) * (effects[id] ?? 0)) / 100) * x;
      for (const { to, from, strength } of scenario.influences)
        if (to === id && t > 1) next += strength * (at(from, t - 1) / at(from, t - 2) - 1) * x;
      paths.get(id)?.push(Math.max(0, next) * factorOf(id, t));
    }
  return paths;
}

describe('simulatePlan with spreads', () => {
  it('should say nothing of draws where no indicator has a spread', () => {
    const plan = smallPlan([{}, {}]);
    const { joint, indicators } = simulatePlan(plan, scenarioOf(plan, { spread: { 'indicator-1': 0 } }), {
      wantedShare: 0.8,
    });
    expect(joint).toBeUndefined();
    for (const { drawn, growthAtShare: wanted } of indicators)
      expect([drawn, wanted]).toEqual([undefined, undefined]);
  });

  it('should use 8,192 draws unless another number is asked for', () => {
    const plan = smallPlan([{}]);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5 } });
    expect(simulatePlan(plan, scenario).joint?.draws).toBe(8192);
    expect(simulatePlan(plan, scenario, { draws: 3 }).joint?.draws).toBe(3);
    expect(simulatePlan(plan, scenario).indicators[0]?.growthAtShare).toBeUndefined();
  });

  // Oracle: the equation of the model, step by step with one shock a year that all draws of shocks show: the draws of an
  // indicator without links, growing by 0 %, are b exp(s Z_t), from which every shock is read back.
  it('should follow the equation of the model, draw by draw, for every kind of growth, drivers and links', () => {
    const kinds = [
      { kind: 'compound', rate: 0.1 },
      { kind: 'yearly', rates: [0.1, -0.05, 0.2] },
      { kind: 'linear', amount: 12 },
      { kind: 'saturating', rate: 0.6, ceiling: 180 },
    ] as const;
    for (const own of kinds)
      for (const feeder of kinds)
        for (const measure of ['stock', 'cumulative'] as const)
          for (const spread of [0, 7]) {
            const plan = smallPlan([{ measure }, {}, {}]);
            const ids = plan.indicators.map(({ id }) => id) as [string, string, string];
            const scenario = scenarioOf(plan, {
              growth: { [ids[0]]: own, [ids[1]]: feeder },
              spread: { [ids[0]]: spread, [ids[1]]: 9 },
              drivers: [{ id: 'shock', intensity: [0, 1, -2], effects: { [ids[0]]: 3, [ids[2]]: 2 } }],
              influences: [
                { to: ids[0], from: ids[1], strength: 0.5 },
                { to: ids[1], from: ids[0], strength: 0.25 },
                { to: ids[0], from: ids[2], strength: 0.5 },
              ],
              seed: 7,
            });
            // One draw, so that every quantile is that draw.
            const single = simulatePlan(plan, scenario, { draws: 1 });
            const held = simulatePlan(
              plan,
              { ...scenario, growth: {}, drivers: [], influences: [], measure: { [ids[0]]: 'stock' } },
              { draws: 1 },
            );
            const factorOf = (id: string, t: number): number => {
              const levels = resultOf(held, id).drawn?.quantiles[0]?.values as Float64Array;
              return (levels[t] as number) / (levels[t - 1] as number);
            };
            const paths = pathsUnder(plan, scenario, factorOf);
            for (const { id } of plan.indicators) {
              const path = paths.get(id) as number[];
              const isSummed = id === ids[0] && measure === 'cumulative';
              const expected = isSummed
                ? path.map((_, t) => path.slice(1, t + 1).reduce((sum, x) => sum + x, 0))
                : path;
              const drawn = resultOf(single, id).drawn;
              for (const quantile of drawn?.quantiles ?? [])
                quantile.values.forEach((value, t) =>
                  expect(value / (expected[t] ?? NaN) || 1).toBeCloseTo(1, 10),
                );
              expect(drawn?.dots).toHaveLength(50);
              drawn?.dots.forEach((dot) => expect(dot).toBe(quantileAt(drawn, 0.5)[3]));
              expect(drawn?.shareMet).toBe((expected[3] as number) >= 150 ? 1 : 0);
            }
          }
  });

  it('should always give exactly the projection to an indicator that nothing uncertain reaches', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6], links: 'none' }), fc.nat(5), ({ plan, scenario }, k) => {
        const certain = (plan.indicators[k % plan.indicators.length] as IndicatorModel).id;
        const spread = Object.fromEntries(plan.indicators.map(({ id }) => [id, id === certain ? 0 : 5]));
        const simulation = simulatePlan(plan, { ...scenario, spread }, FEW);
        const { drawn, values, value, status } = resultOf(simulation, certain);
        if (plan.indicators.length === 1) {
          expect(drawn).toBeUndefined();
          return;
        }
        for (const quantile of drawn?.quantiles ?? []) expect(quantile.values).toStrictEqual(values);
        expect(drawn?.dots).toStrictEqual(new Float64Array(50).fill(value));
        expect(drawn?.shareMet).toBe(status === 'missed' ? 0 : 1);
        expect(drawn?.isUncertain).toBe(false);
      }),
      seeded(200),
    );
  });

  it('should always have quantiles and dots in order, shares among the draws, and every number finite', () => {
    fc.assert(
      fc.property(
        anyCase({ years: [1, 6], numbers: 'extreme', amounts: 'extreme' }),
        fc.integer({ min: 1, max: 40 }),
        ({ plan, scenario }, draws) => {
          const { indicators, joint } = simulatePlan(plan, scenario, { draws, wantedShare: 0.8 });
          for (const { drawn, growthAtShare: wanted } of indicators) {
            if (drawn === undefined) continue;
            const { quantiles, dots, shareMet, isUncertain } = drawn;
            expect(quantiles.map(({ p }) => p)).toEqual(QUANTILES);
            for (let t = 0; t < (quantiles[0]?.values.length ?? 0); t++) {
              const column = quantiles.map(({ values }) => values[t] as number);
              expect(column.every(Number.isFinite)).toBe(true);
              expect(column).toEqual([...column].sort((a, b) => a - b));
              expect(column[0]).toBeGreaterThanOrEqual(0);
            }
            expect([...dots]).toEqual([...dots].sort((a, b) => a - b));
            expect(dots.every(Number.isFinite)).toBe(true);
            // What is shown of uncertainty hangs on this alone.
            expect(isUncertain).toBe(dots[0] !== dots.at(-1));
            expect(Math.round(shareMet * draws) / draws).toBe(shareMet);
            expect(Number.isFinite(wanted?.kind === 'found' ? wanted.rate : wanted?.best)).toBe(true);
          }
          if (joint === undefined) return;
          const shares = [...joint.shareByCount];
          expect(shares).toHaveLength(plan.indicators.length + 1);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          const mean = shares.reduce((sum, share, k) => sum + k * share, 0);
          const sum = indicators.reduce((before, { drawn }) => before + (drawn?.shareMet ?? 0), 0);
          expect(mean).toBeCloseTo(sum, 10);
        },
      ),
      seeded(300),
    );
  });

  it('should always give equal scenarios equal draws, to the last bit', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 6] }), ({ plan, scenario }) => {
        const options = { ...FEW, wantedShare: 0.7 };
        const first = simulatePlan(deepFreeze(plan), deepFreeze(scenario), options);
        expect(simulatePlan(structuredClone(plan), structuredClone(scenario), options)).toStrictEqual(first);
      }),
      seeded(100),
    );
  });

  it('should give the draws of every other indicator the same bits when one more is added or the order changes', () => {
    const anyReordered = anyCase({ years: [1, 5], links: 'any' }).chain(({ plan, scenario }) =>
      fc.record({
        plan: fc.constant(plan),
        scenario: fc.constant(scenario),
        order: anyOrder([
          ...plan.indicators,
          {
            id: 'one-more-than-there-were',
            number: 10_000,
            code: 'zzzz',
            measure: 'stock',
            baseline: { value: 5 },
            target: { kind: 'at-least', min: 6 },
          } satisfies IndicatorModel,
        ]),
      }),
    );
    fc.assert(
      fc.property(anyReordered, ({ plan, scenario, order }) => {
        const before = simulatePlan(plan, scenario, { ...FEW, wantedShare: 0.5 });
        if (before.joint === undefined) return;
        const after = simulatePlan(
          { ...plan, indicators: order },
          { ...scenario, spread: { ...scenario.spread, 'one-more-than-there-were': 10 } },
          { ...FEW, wantedShare: 0.5 },
        );
        for (const result of before.indicators) expect(resultOf(after, result.id)).toStrictEqual(result);
      }),
      seeded(150),
    );
  });

  it('should never let a share fall when the rate rises, nor rise for a target from above', () => {
    fc.assert(
      fc.property(
        uniform(-0.2, 0.4),
        uniform(0, 0.2),
        between(0.1, 40),
        fc.constantFrom('stock' as const, 'flow' as const, 'cumulative' as const),
        fc.boolean(),
        (rate, more, spread, measure, isLinked) => {
          const edge = measure === 'cumulative' ? 350 : 120;
          const plan = smallPlan([
            { measure, target: { kind: 'at-least', min: edge } },
            { measure, target: { kind: 'at-most', max: edge } },
            {},
          ]);
          const sharesAt = (each: number): (number | undefined)[] =>
            simulatePlan(
              plan,
              scenarioOf(plan, {
                growth: {
                  'indicator-1': { kind: 'compound', rate: each },
                  'indicator-2': { kind: 'compound', rate: each },
                },
                spread: { 'indicator-1': spread, 'indicator-2': spread, 'indicator-3': 5 },
                influences: isLinked
                  ? [1, 2].map((to) => ({ to: `indicator-${to}`, from: 'indicator-3', strength: 0.5 }))
                  : [],
              }),
              FEW,
            ).indicators.map(({ drawn }) => drawn?.shareMet);
          const [low = NaN, lowFromAbove = NaN] = sharesAt(rate);
          const [high = NaN, highFromAbove = NaN] = sharesAt(rate + more);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(highFromAbove).toBeLessThanOrEqual(lowFromAbove);
        },
      ),
      seeded(150),
    );
  });

  it('should meet a target from above in every draw that misses the same one from below', () => {
    for (const measure of ['stock', 'cumulative'] as const)
      for (const edge of [85, 98, 103, 120, 290, 310]) {
        const shareUnder = (target: IndicatorModel['target']): number => {
          const plan = smallPlan([{ measure, target }]);
          const scenario = scenarioOf(plan, { spread: { 'indicator-1': 6 } });
          return simulatePlan(plan, scenario, FEW).indicators[0]?.drawn?.shareMet ?? NaN;
        };
        const [fromAbove, fromBelow] = [
          shareUnder({ kind: 'at-most', max: edge }),
          shareUnder({ kind: 'at-least', min: edge }),
        ];
        expect(fromAbove + fromBelow).toBe(1);
      }
  });

  it('should count draws beyond a range among those that meet it, and edges as met', () => {
    const plan = smallPlan([
      { target: { kind: 'within', min: 90, max: 91 } },
      { target: { kind: 'at-least', min: 90 } },
    ]);
    const spread = { 'indicator-1': 3, 'indicator-2': 0 };
    const [range] = simulatePlan(plan, scenarioOf(plan, { spread }), FEW).indicators;
    expect(range?.drawn?.shareMet).toBeGreaterThan(0.9);
    // The least spread there is: draws as near to the edge as its tolerance.
    const edge = smallPlan([
      { target: { kind: 'at-least', min: 100 } },
      { target: { kind: 'at-most', max: 100 } },
    ]);
    const near = simulatePlan(
      edge,
      scenarioOf(edge, { spread: { 'indicator-1': 1e-9, 'indicator-2': 1e-9 } }),
      FEW,
    );
    expect(near.indicators.map(({ drawn }) => drawn?.shareMet)).toEqual([1, 1]);
    expect([...(near.joint?.shareByCount ?? [])]).toEqual([0, 0, 1]);
  });

  it('should count a level that falls to 0 as a miss of a lower edge and no miss of an upper one', () => {
    const fall = [
      { id: 'fall', intensity: [-10, 0, 0], effects: { 'indicator-1': 100, 'indicator-2': 100 } },
    ];
    for (const measure of ['stock', 'cumulative'] as const) {
      const plan = smallPlan([{ measure }, { measure, target: { kind: 'at-most', max: 1 } }]);
      const { indicators } = simulatePlan(
        plan,
        scenarioOf(plan, { drivers: fall, spread: { 'indicator-1': 5, 'indicator-2': 5 } }),
        FEW,
      );
      expect(indicators.map(({ drawn }) => drawn?.shareMet)).toEqual([0, 1]);
      expect(indicators.map(({ drawn }) => drawn && quantileAt(drawn, 0.95)[3])).toEqual([0, 0]);
    }
  });
});
