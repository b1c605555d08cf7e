import { describe, expect, it } from 'vitest';
import { planModel } from '../../../src/core/plan/plan.ts';
import { assemble } from '../../../src/core/sensitivity/assemble.ts';
import {
  explorePlan,
  cachingExplorer,
  type Exploration,
  type ExploreRequest,
} from '../../../src/core/sensitivity/explore.ts';
import { scenarioBehind } from '../../../src/core/sensitivity/scenario-behind.ts';
import { flipPoints } from '../../../src/core/sensitivity/flip-points.ts';
import { leastGrowth } from '../../../src/core/sensitivity/least-growth.ts';
import { sweep, sweepPoint } from '../../../src/core/sensitivity/sweep.ts';
import { tornado } from '../../../src/core/sensitivity/tornado.ts';
import { illustrations, shippedPlan } from '../../helpers/shipped-plan.ts';

const plan = planModel(shippedPlan);
const scenario = {
  ...illustrations['interactive-cycle'],
  spread: { 'hk-enterprises': 4, 'hk-residents': 3 },
};
const axes = {
  across: { indicator: 'hk-enterprises', from: 0, to: 0.2, cells: 5 },
  up: { indicator: 'hk-residents', from: 0, to: 0.2, cells: 3 },
};
const REQUESTS = {
  tornado: { kind: 'tornado', outcome: { kind: 'count' }, step: { bySpread: true, points: 1 }, draws: 64 },
  flips: { kind: 'flips' },
  sweep: { kind: 'sweep', ...axes, outcome: { kind: 'both' }, draws: 64 },
  point: {
    kind: 'point',
    across: 'hk-enterprises',
    up: 'hk-residents',
    outcome: { kind: 'both' },
    draws: 64,
  },
  least: { kind: 'least', wanted: 7 },
} as const satisfies Record<string, ExploreRequest>;
const WHOLE = {
  tornado: () => tornado(plan, scenario, REQUESTS.tornado),
  flips: () => flipPoints(plan, scenario),
  sweep: () => sweep(plan, scenario, REQUESTS.sweep),
  point: () => sweepPoint(plan, scenario, REQUESTS.point),
  least: () => leastGrowth(plan, scenario, { wanted: 7 }),
};

describe('explorePlan and cachingExplorer', () => {
  it.each(Object.keys(REQUESTS) as (keyof typeof REQUESTS)[])(
    'should say in slices, put together, what %s says at once',
    (kind) => {
      const request: ExploreRequest = REQUESTS[kind];
      for (const explore of [explorePlan, cachingExplorer()]) {
        const slices: Exploration[] = [];
        for (let from = 0, total = 1; from < total; from += 4) {
          const slice = explore({ plan, scenario, request, from, to: from + 4 });
          total = slice.total;
          slices.push(slice);
        }
        expect(assemble(request, slices)).toEqual(WHOLE[kind]());
      }
    },
  );

  it('should answer the same after many other questions', () => {
    const explore = cachingExplorer();
    const ask = (seed: number): Exploration =>
      explore({ plan, scenario: { ...scenario, seed }, request: REQUESTS.sweep, from: 0, to: 15 });
    const first = ask(1);
    for (const seed of [2, 3, 4, 5]) ask(seed);
    expect(ask(1)).toEqual(first);
  });

  it('should show a sweep before it is complete, with NaN where nothing is known', () => {
    const slice = explorePlan({ plan, scenario, request: REQUESTS.sweep, from: 0, to: 1 });
    const values = assemble(REQUESTS.sweep, [slice]);
    expect([...values].filter((value) => !Number.isNaN(value))).toHaveLength(1);
    expect(values[0]).not.toBeNaN();
  });

  it('should turn down a request it does not know', () => {
    const request = { kind: 'unheard-of' } as unknown as ExploreRequest;
    expect(() => explorePlan({ plan, scenario, request, from: 0, to: 1 })).toThrow('unexpected case');
    expect(() => assemble(request, [])).toThrow('unexpected case');
  });

  it('should leave out of the question what the answer does not hang on', () => {
    const moved = {
      ...scenario,
      name: 'x',
      growth: { ...scenario.growth, 'hk-residents': { kind: 'compound', rate: 0.3 } },
    } as const;
    const behind = (of: typeof scenario, request: ExploreRequest): string =>
      JSON.stringify(scenarioBehind(plan, of, request));
    expect(behind(moved, REQUESTS.sweep)).toBe(behind(scenario, REQUESTS.sweep));
    expect(behind(moved, REQUESTS.point)).not.toBe(behind(scenario, REQUESTS.point));
    expect(behind({ ...scenario, name: 'x' }, REQUESTS.flips)).toBe(behind(scenario, REQUESTS.flips));
  });
});
