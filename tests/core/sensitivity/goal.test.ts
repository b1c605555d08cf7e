import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareAtLeast } from '../../../src/core/draws/joint-count.ts';
import { planModel, type PlanModel } from '../../../src/core/plan/plan.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import { withAssumption } from '../../../src/core/scenario/assumption.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { explorePlan, type ExploreRequest } from '../../../src/core/sensitivity/explore.ts';
import { assemble } from '../../../src/core/sensitivity/assemble.ts';
import {
  leastGrowth,
  type GrowthChange,
  type LeastGrowth,
} from '../../../src/core/sensitivity/least-growth.ts';
import { simulatePlan, type Simulation } from '../../../src/core/simulate-plan.ts';
import { anyCase, seeded, type Case } from '../../helpers/arbitraries.ts';
import { illustrations, shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const shipped = planModel(shippedPlan);
const ten = planPreset(shipped, 'ten-percent');
const DRAWS = 128;
const SHARES = [0.5, 0.8, 0.95];

describe('leastGrowth with rows locked or capped', () => {
  // Oracle: every subset of the rows that may be changed, each at the rate that is found for it alone.
  it('should always cost as little as the cheapest subset that is allowed, without links', () => {
    fc.assert(
      fc.property(
        anyLimited({ years: [1, 3], links: 'none', shapes: 'rates' }),
        ({ plan, scenario, ...limits }) => {
          const wanted = plan.indicators.length;
          const free = leastGrowth(plan, scenario, { wanted }).changes.filter(isAllowed(limits));
          const most = wanted - countMissed(plan, scenario) + free.length;
          for (let goal = 0; goal <= wanted; goal++) {
            let cheapest = Infinity;
            for (let subset = 0; subset < 1 << free.length; subset++) {
              const taken = free.filter((_, at) => (subset >> at) & 1);
              const met = wanted - countMissed(plan, scenario) + taken.length;
              if (met >= Math.min(goal, most)) cheapest = Math.min(cheapest, pointsOf(taken));
            }
            const least = leastGrowth(plan, scenario, { wanted: goal, ...limits });
            expect(least.points).toBeCloseTo(cheapest, 9);
            expect(least.reached >= goal).toBe(most >= goal);
          }
        },
      ),
      seeded(40),
    );
  });

  it('should always leave a locked row alone and raise none above its cap', () => {
    fc.assert(
      fc.property(
        anyLimited({ years: [1, 3], links: 'any' }),
        fc.nat(6),
        fc.constantFrom(undefined, {}, ...SHARES.map((share) => ({ share }))),
        ({ plan, scenario, locked, caps }, wanted, drawn) => {
          const least = leastGrowth(plan, scenario, {
            ...{ wanted: Math.min(wanted, plan.indicators.length), locked, caps },
            drawn: drawn && { ...drawn, draws: DRAWS },
          });
          for (const { indicator, to, points } of least.changes) {
            expect(locked).not.toContain(indicator);
            const cap = caps.find((each) => each.indicator === indicator);
            if (points > 0) expect(to).toBeLessThanOrEqual(cap?.rate ?? Infinity);
          }
        },
      ),
      seeded(150),
    );
  });

  it('should find another way around a locked row, or say how far it comes', () => {
    const open = leastGrowth(shipped, ten, { wanted: 7 });
    const locked = open.changes.map(({ indicator }) => indicator);
    const around = leastGrowth(shipped, ten, { wanted: 7, locked });
    expect(around.reached).toBe(7);
    expect(around.points).toBeGreaterThan(open.points);
    const all = shipped.indicators.map(({ id }) => id);
    expect(leastGrowth(shipped, ten, { wanted: 7, locked: all })).toMatchObject({ reached: 5, changes: [] });
  });

  it('should still lower what is above its cap, but not raise it', () => {
    const caps = [{ indicator: 'indicator-1', rate: 0.05 }];
    const down = smallPlan([{ target: { kind: 'at-most', max: 90 } }], 1);
    expect(leastGrowth(down, grown(down, 0.1), { wanted: 1, caps }).changes).toMatchObject([{ to: -0.1 }]);
    const up = smallPlan([{ target: { kind: 'at-least', min: 120 } }], 1);
    for (const drawn of [undefined, { share: 0.8, draws: DRAWS }])
      expect(leastGrowth(up, grown(up, 0.1), { wanted: 1, caps, drawn }).changes).toEqual([]);
  });
});

describe('leastGrowth for a share of the draws', () => {
  it('should always report the very share that a simulation of the changed scenario gives', () => {
    fc.assert(
      fc.property(
        anyLimited({ years: [1, 3], links: 'any' }),
        fc.nat(6),
        fc.constantFrom(undefined, ...SHARES),
        ({ plan, scenario, ...limits }, goal, share) => {
          const wanted = Math.min(goal, plan.indicators.length);
          const least = leastGrowth(plan, scenario, { wanted, ...limits, drawn: { share, draws: DRAWS } });
          const simulation = changed(plan, scenario, least.changes);
          expect(simulation.met).toBe(least.reached);
          expect(least.drawn?.share).toBe(
            simulation.joint && shareAtLeast(simulation.joint, least.drawn?.count ?? NaN),
          );
        },
      ),
      seeded(150),
    );
  });

  it('should report it where a changed row feeds one that is locked', () => {
    const plan = smallPlan([
      { target: { kind: 'at-least', min: 150 } },
      { target: { kind: 'at-least', min: 130 } },
    ]);
    const scenario = scenarioOf(plan, {
      growth: { 'indicator-2': { kind: 'compound', rate: 0.05 } },
      spread: { 'indicator-1': 4, 'indicator-2': 4 },
      influences: [{ to: 'indicator-2', from: 'indicator-1', strength: 0.5 }],
    });
    const drawn = { share: 0.6, draws: DRAWS };
    const least = leastGrowth(plan, scenario, { wanted: 2, locked: ['indicator-2'], drawn });
    expect(least).toMatchObject({ changes: [{ indicator: 'indicator-1' }], reached: 2, drawn: { count: 2 } });
    const { joint } = changed(plan, scenario, least.changes);
    expect(least.drawn?.share).toBe(joint && shareAtLeast(joint, 2));
  });

  it('should always hold in the share that was asked for, for as many targets as it says', () => {
    fc.assert(
      fc.property(
        anyLimited({ years: [1, 3], links: 'any' }),
        fc.nat(6),
        fc.constantFrom(...SHARES),
        ({ plan, scenario, ...limits }, goal, share) => {
          const wanted = Math.min(goal, plan.indicators.length);
          const { drawn, reached } = leastGrowth(plan, scenario, {
            ...{ wanted, ...limits },
            drawn: { share, draws: DRAWS },
          });
          if (drawn === undefined) return;
          expect(drawn.count).toBeLessThanOrEqual(wanted);
          expect(drawn.share).toBeGreaterThanOrEqual(share);
          expect(reached).toBeGreaterThanOrEqual(drawn.count);
          expect(drawn.most === undefined).toBe(drawn.count === wanted);
        },
      ),
      seeded(150),
    );
  });

  it('should never cost less for a share than for the projection alone, nor less for a larger share, without links', () => {
    fc.assert(
      fc.property(
        anyLimited({ years: [1, 3], links: 'none', shapes: 'rates' }),
        fc.nat(6),
        ({ plan, scenario, ...limits }, goal) => {
          const wanted = Math.min(goal, plan.indicators.length);
          const [certain, ...shares] = [undefined, ...SHARES].map((share) =>
            leastGrowth(plan, scenario, { wanted, ...limits, drawn: { share, draws: DRAWS } }),
          ) as [LeastGrowth, ...LeastGrowth[]];
          for (const least of shares)
            if ((least.drawn?.count ?? wanted) === wanted)
              expect(least.points).toBeGreaterThanOrEqual(certain.points - 1e-9);
        },
      ),
      seeded(60),
    );
  });

  // Oracle: every pair of rates on a grid of a quarter point. Nothing promises that the search finds the least; it does here.
  it.each([
    { spreads: [4, 4], rho: 0, wanted: 1, share: 0.9 },
    { spreads: [4, 4], rho: 0, wanted: 2, share: 0.8 },
    { spreads: [2, 10], rho: 0, wanted: 2, share: 0.7 },
    { spreads: [10, 3], rho: 0.9, wanted: 1, share: 0.95 },
    { spreads: [8, 0], rho: 0.5, wanted: 2, share: 0.6 },
  ])(
    'should cost no more than any rates on a grid: $spreads, $wanted in $share',
    ({ spreads, rho, wanted, share }) => {
      const plan = smallPlan(
        [{ target: { kind: 'at-least', min: 115 } }, { target: { kind: 'at-least', min: 120 } }],
        2,
      );
      const [one = 0, two = 0] = spreads;
      const scenario = scenarioOf(plan, { rho, spread: { 'indicator-1': one, 'indicator-2': two } });
      const least = leastGrowth(plan, scenario, { wanted, drawn: { share, draws: 512 } });
      let cheapest = Infinity;
      for (let a = 0; a <= 30; a += 0.25)
        for (let b = 0; b <= 30; b += 0.25) {
          if (a + b >= cheapest) break;
          const { met, joint } = simulatePlan(
            plan,
            { ...scenario, growth: { 'indicator-1': rate(a), 'indicator-2': rate(b) } },
            { draws: 512, dots: false },
          );
          if (met >= wanted && joint !== undefined && shareAtLeast(joint, wanted) >= share) cheapest = a + b;
        }
      expect(least.points).toBeLessThanOrEqual(cheapest);
      expect(least.points).toBeGreaterThan(cheapest - 0.5);
    },
  );

  it('should need more growth the surer it has to be, and say in what share its answer holds', () => {
    const certain = leastGrowth(shipped, ten, { wanted: 10, drawn: {} });
    expect(certain.drawn?.count).toBe(10);
    expect(certain.drawn?.share).toBeLessThan(0.05);
    const [half, most] = [0.5, 0.95].map((share) =>
      leastGrowth(shipped, ten, { wanted: 10, drawn: { share } }),
    );
    expect(half?.points).toBeGreaterThan(certain.points);
    expect(most?.points).toBeGreaterThan(half?.points ?? Infinity);
    // With one row raised by a tenth of a point less it no longer holds.
    for (const { indicator, to } of most?.changes ?? []) {
      const less = (most?.changes ?? []).map((each) =>
        each.indicator === indicator ? { indicator, to: to - 0.001 } : each,
      );
      const { joint } = changed(shipped, ten, less, {});
      expect(joint && shareAtLeast(joint, 10)).toBeLessThan(0.95);
    }
  });

  it('should give the answer of the projection where that holds in the share already', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 110 } }], 1);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5 } });
    const certain = leastGrowth(plan, scenario, { wanted: 1 });
    const [{ drawn, ...rest }] = [
      leastGrowth(plan, scenario, { wanted: 1, drawn: { share: 0.5, draws: 512 } }),
    ];
    expect(rest).toEqual(certain);
    expect(drawn).toEqual({ count: 1, share: 0.5 });
  });

  it('should change nothing where the share holds with fewer targets than it can reach', () => {
    const plan = smallPlan(
      [{ target: { kind: 'at-least', min: 50 } }, { target: { kind: 'at-least', min: 200 } }],
      1,
    );
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5, 'indicator-2': 5 } });
    const least = leastGrowth(plan, scenario, {
      wanted: 2,
      locked: ['indicator-2'],
      drawn: { share: 0.8, draws: 512 },
    });
    expect(least).toMatchObject({ changes: [], reached: 1, drawn: { count: 1, share: 1, most: 0 } });
  });

  it('should say in what share as many as wanted can be met at most', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 110 } }], 1);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5 } });
    const caps = [{ indicator: 'indicator-1', rate: 0.12 }];
    const { drawn } = leastGrowth(plan, scenario, { wanted: 1, caps, drawn: { share: 0.95, draws: 512 } });
    expect(drawn?.count).toBe(0);
    expect(drawn?.most).toBeGreaterThan(0.5);
    expect(drawn?.most).toBeLessThan(0.95);
  });

  it('should draw nothing where no row has a spread: every draw is the projection', () => {
    const certain = { ...ten, spread: {} };
    expect(leastGrowth(shipped, certain, { wanted: 8, drawn: { share: 0.95 } })).toEqual(
      leastGrowth(shipped, certain, { wanted: 8 }),
    );
  });

  it('should say the same whatever slices it is asked for in', () => {
    const scenario = {
      ...illustrations['interactive-cycle'],
      spread: { 'hk-residents': 4, 'legal-institutions': 6 },
    };
    const request: ExploreRequest = { kind: 'least', wanted: 8, drawn: { share: 0.8, draws: 64 } };
    const whole = explorePlan({ plan: shipped, scenario, request, from: 0, to: Infinity });
    expect(whole.total).toBeGreaterThan(100);
    const part = explorePlan({ plan: shipped, scenario, request, from: 0, to: 10 });
    expect(part).toEqual({ kind: 'least', total: 11, least: undefined });
    const last = explorePlan({ plan: shipped, scenario, request, from: 10, to: whole.total });
    expect(assemble(request, [part, last])).toEqual(assemble(request, [whole]));
  });
});

// Helpers

interface Limited extends Case {
  readonly locked: readonly string[];
  readonly caps: readonly { readonly indicator: string; readonly rate: number }[];
}

/** A plan and a scenario of which some rows are locked and some capped. */
function anyLimited(options: Parameters<typeof anyCase>[0]): fc.Arbitrary<Limited> {
  return anyCase(options).chain(({ plan, scenario }) => {
    const ids = plan.indicators.map(({ id }) => id);
    return fc.record({
      plan: fc.constant(plan),
      scenario: fc.constant(scenario),
      locked: fc.subarray(ids),
      caps: fc
        .subarray(ids)
        .chain((capped) =>
          fc.tuple(
            ...capped.map((indicator) =>
              fc.integer({ min: -20, max: 60 }).map((percent) => ({ indicator, rate: percent / 100 })),
            ),
          ),
        ),
    });
  });
}

function isAllowed({ locked, caps }: Pick<Limited, 'locked' | 'caps'>) {
  return ({ indicator, to, points }: GrowthChange): boolean => {
    const cap = caps.find((each) => each.indicator === indicator)?.rate ?? Infinity;
    return !locked.includes(indicator) && (points < 0 || to <= cap);
  };
}

function pointsOf(changes: readonly GrowthChange[]): number {
  return changes.reduce((sum, { points }) => sum + Math.abs(points), 0);
}

function countMissed(plan: PlanModel, scenario: Scenario): number {
  return plan.indicators.length - simulatePlan(plan, { ...scenario, spread: {} }).met;
}

function rate(percent: number) {
  return { kind: 'compound', rate: percent / 100 } as const;
}

function grown(plan: PlanModel, growth: number): Scenario {
  return scenarioOf(plan, {
    growth: { 'indicator-1': { kind: 'compound', rate: growth } },
    spread: { 'indicator-1': 2 },
  });
}

/** What follows, drawn, once the changes are made. */
function changed(
  plan: PlanModel,
  scenario: Scenario,
  changes: readonly { readonly indicator: string; readonly to: number }[],
  { draws }: { readonly draws?: number } = { draws: DRAWS },
): Simulation {
  const moved = changes.reduce(
    (before, { indicator, to }) =>
      withAssumption(plan, before, { assumption: { kind: 'growth', indicator }, value: to }),
    scenario,
  );
  return simulatePlan(plan, moved, { draws });
}
