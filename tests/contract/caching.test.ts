import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { describe, expect, it } from 'vitest';
import { cachingSimulator, simulatePlan, type DrawOptions } from '../../src/core/simulate-plan.ts';
import { MEASURES, type PlanModel } from '../../src/core/plan/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { DrawCaches } from '../../src/core/draws/draw-caches.ts';
import { cachingExplorer, explorePlan, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import { integers, type Integers } from '../helpers/integers.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';

/** Where a walk stands. */
interface Stand {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
  readonly options: DrawOptions;
}

/** One change of one thing, as a person at the page might make it. */
type Step = (stand: Stand, pick: Integers) => Stand;

const FULL = shippedPlan;

const anyId = ({ plan }: Stand, pick: Integers): string =>
  plan.indicators[pick(plan.indicators.length)]?.id ?? '';

const withScenario = (stand: Stand, change: Partial<Scenario>): Stand => ({
  ...stand,
  scenario: { ...stand.scenario, ...change },
});

function anyGrowth(pick: Integers, baseline: number): GrowthAssumption {
  const rate = (): number => pick(40) / 100 - 0.1;
  const kinds: readonly GrowthAssumption[] = [
    { kind: 'compound', rate: rate() },
    { kind: 'yearly', rates: [rate(), rate(), rate()] },
    { kind: 'linear', amount: rate() * baseline },
    { kind: 'saturating', rate: rate(), ceiling: baseline * (1 + pick(30) / 10) },
  ];
  return kinds[pick(4)] as GrowthAssumption;
}

const STEPS: Readonly<Record<string, Step>> = {
  growth: (stand, pick) => {
    const id = anyId(stand, pick);
    const baseline = stand.plan.indicators.find((indicator) => indicator.id === id)?.baseline.value ?? 1;
    const growth = { ...stand.scenario.growth, [id]: anyGrowth(pick, baseline) };
    return withScenario(stand, { growth });
  },
  spread: (stand, pick) =>
    withScenario(stand, { spread: { ...stand.scenario.spread, [anyId(stand, pick)]: 2 * pick(6) } }),
  measure: (stand, pick) =>
    withScenario(stand, {
      measure: { ...stand.scenario.measure, [anyId(stand, pick)]: MEASURES[pick(3)] ?? 'stock' },
    }),
  rho: (stand, pick) => withScenario(stand, { rho: [0, 0.3, 0.95][pick(3)] ?? 0 }),
  phi: (stand, pick) => withScenario(stand, { phi: [0, 0.5, 1][pick(3)] ?? 0 }),
  seed: (stand, pick) => withScenario(stand, { seed: pick(3) }),
  link: (stand, pick) =>
    withScenario(stand, {
      influences: [
        ...stand.scenario.influences,
        { to: anyId(stand, pick), from: anyId(stand, pick), strength: pick(10) / 10 - 0.4 },
      ].filter(({ to, from }, k, all) => k === all.findIndex((each) => each.to === to && each.from === from)),
    }),
  unlink: (stand, pick) => {
    const gone = pick(Math.max(1, stand.scenario.influences.length));
    return withScenario(stand, { influences: stand.scenario.influences.filter((_, k) => k !== gone) });
  },
  driver: (stand, pick) => {
    const effects = { [anyId(stand, pick)]: pick(20) - 10, [anyId(stand, pick)]: pick(20) - 10 };
    const intensity = [pick(4) - 2, pick(4) - 2, pick(4) - 2];
    return withScenario(stand, { drivers: pick(3) === 0 ? [] : [{ id: 'shock', intensity, effects }] });
  },
  remove: (stand, pick) => {
    const gone = anyId(stand, pick);
    if (stand.plan.indicators.length < 9) return { ...stand, plan: FULL };
    const indicators = stand.plan.indicators.filter(({ id }) => id !== gone);
    return { ...stand, plan: { ...stand.plan, indicators } };
  },
  target: (stand, pick) => {
    const id = anyId(stand, pick);
    const indicators = stand.plan.indicators.map((indicator) => {
      const edge = indicator.baseline.value * (1 + pick(10) / 10);
      const target = (
        [
          { kind: 'at-least', min: edge },
          { kind: 'at-most', max: edge },
          { kind: 'within', min: edge, max: 2 * edge },
        ] as const
      )[pick(3)];
      return indicator.id === id && target !== undefined ? { ...indicator, target } : indicator;
    });
    return { ...stand, plan: { ...stand.plan, indicators } };
  },
  order: (stand) => ({
    ...stand,
    plan: { ...stand.plan, indicators: [...stand.plan.indicators].reverse() },
  }),
  share: (stand, pick) => ({
    ...stand,
    options: { ...stand.options, wantedShare: [undefined, 0.5, 0.8][pick(3)] },
  }),
  draws: (stand, pick) => ({ ...stand, options: { ...stand.options, draws: [64, 300][pick(2)] } }),
  points: (stand, pick) => ({
    ...stand,
    options: { ...stand.options, points: pick(2) === 0 ? 'sobol' : 'pseudo-random' },
  }),
};

const START: Stand = {
  plan: FULL,
  scenario: scenarioOf(FULL, {
    growth: Object.fromEntries(FULL.indicators.map(({ id }) => [id, { kind: 'compound', rate: 0.1 }])),
    spread: Object.fromEntries(FULL.indicators.map(({ id }, i) => [id, i % 4 === 0 ? 0 : 4])),
    influences: [{ to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 }],
  }),
  options: { draws: 300, wantedShare: 0.8 },
};

/** What is asked about scenarios besides their projection; the last one draws as many as the projection does. */
const EXPLORED: readonly ExploreRequest[] = [
  { kind: 'tornado', outcome: { kind: 'count' }, step: { bySpread: true, points: 1 }, draws: 32 },
  {
    kind: 'sweep',
    across: { indicator: 'hk-residents', from: 0, to: 0.4, cells: 3 },
    up: { indicator: 'hk-enterprises', from: 0, to: 0.4, cells: 3 },
    outcome: { kind: 'both' },
    draws: 32,
  },
  { kind: 'point', across: 'hk-residents', up: 'hk-enterprises', outcome: { kind: 'count' }, draws: 64 },
];

describe('caches of draws', () => {
  // Oracle: the same call with nothing cached. `toStrictEqual` compares numbers to the last bit, the sign of zero too.
  it.each([1, 2, 3, 4])(
    'should never change a bit of the answer, over 60 changes of anything, walk %i',
    (seed) => {
      const pick = integers(seed);
      const names = Object.keys(STEPS);
      const caches = new DrawCaches();
      let stand = START;
      for (let step = 0; step < 60; step++) {
        const name = names[pick(names.length)] as string;
        stand = (STEPS[name] as Step)(stand, pick);
        const { plan, scenario, options } = stand;
        expect(simulatePlan(plan, scenario, { ...options, caches }), `step ${step}, ${name}`).toStrictEqual(
          simulatePlan(plan, scenario, options),
        );
      }
    },
  );

  it.each(['growth', 'spread', 'measure', 'link'])(
    'should never change a bit of the answer, over 60 changes that leave the shocks as they are: %s',
    (name) => {
      const pick = integers(5);
      const caches = new DrawCaches();
      let stand = START;
      for (let step = 0; step < 60; step++) {
        stand = (STEPS[step % 3 === 0 ? 'growth' : name] as Step)(stand, pick);
        if (stand.scenario.influences.length > 5) stand = withScenario(stand, { influences: [] });
        const { plan, scenario, options } = stand;
        expect(simulatePlan(plan, scenario, { ...options, caches }), `step ${step}`).toStrictEqual(
          simulatePlan(plan, scenario, options),
        );
      }
    },
  );

  it('should keep an answer that was given from changing with the next question', () => {
    const ask = cachingSimulator();
    const question = { plan: START.plan, scenario: START.scenario, draws: 64, wantedShare: 0.8 };
    const first = ask(question);
    const copy = structuredClone(first);
    ask({ ...question, scenario: { ...START.scenario, growth: {} } });
    ask({ ...question, scenario: { ...START.scenario, seed: 9 } });
    expect(first).toStrictEqual(copy);
    expect(ask(question)).toStrictEqual(copy);
  });

  it('should draw anew where another kind of growth gives the same projection and other draws', () => {
    // At its ceiling a level stays, as under an amount of 0; only what a shock does to it is told apart.
    const plan = smallPlan([{}]);
    const caches = new DrawCaches();
    const answers = (
      [
        { kind: 'linear', amount: 0 },
        { kind: 'saturating', rate: 0.6, ceiling: 100 },
      ] as const
    ).map((growth) => {
      const scenario = scenarioOf(plan, {
        growth: { 'indicator-1': growth },
        spread: { 'indicator-1': 5 },
      });
      const answer = simulatePlan(plan, scenario, { draws: 64, caches });
      expect(answer).toStrictEqual(simulatePlan(plan, scenario, { draws: 64 }));
      return answer.indicators[0];
    });
    expect(answers[1]?.levels).toStrictEqual(answers[0]?.levels);
    expect(answers[1]?.drawn).not.toEqual(answers[0]?.drawn);
  });

  it('should seek needed growth anew where a loop of certain indicators changes what feeds it, but not its levels', () => {
    // The first is held at 100 by its own rates against what the link adds, so that it adds nothing to the second. The
    // second takes the levels 100, 200, 300, 400, 500 under both assumptions, but not once the first is tried at
    // another rate.
    const plan = smallPlan([{}, {}, {}], 4);
    const links = [
      { to: 'indicator-1', from: 'indicator-2', strength: 1 },
      { to: 'indicator-2', from: 'indicator-1', strength: 0.5 },
    ];
    const scenarioUnder = (growth: GrowthAssumption): Scenario =>
      scenarioOf(plan, {
        growth: { 'indicator-1': { kind: 'yearly', rates: [0, -1, -0.5, 0] }, 'indicator-2': growth },
        spread: { 'indicator-3': 5 },
        influences: links,
      });
    const linear = scenarioUnder({ kind: 'linear', amount: 100 });
    const yearly = scenarioUnder({ kind: 'yearly', rates: [1, 0.5, 1 / 3, 0.25] });
    const options = { draws: 64, wantedShare: 0.8 };
    const caches = new DrawCaches();
    const [one, other] = [linear, yearly].map((scenario) =>
      simulatePlan(plan, scenario, { ...options, caches }),
    );
    expect(other?.indicators.map(({ levels }) => levels)).toStrictEqual(
      one?.indicators.map(({ levels }) => levels),
    );
    expect(other?.indicators[0]?.needed).not.toEqual(one?.indicators[0]?.needed);
    expect(other).toStrictEqual(simulatePlan(plan, yearly, options));
  });

  it('should never change a bit of eight scenarios asked about in turn, explorations in between', () => {
    const pick = integers(6);
    const caches = new DrawCaches();
    const [simulate, explore] = [cachingSimulator(caches), cachingExplorer(caches)];
    const stands = Array.from({ length: 8 }, (_, k): Stand => {
      const scenario = { ...START.scenario, seed: k < 4 ? 1 : k };
      return { ...START, scenario, options: { draws: 64, wantedShare: 0.8 } };
    });
    for (let turn = 0; turn < 64; turn++) {
      const at = pick(8);
      // Every other turn somebody moves a slider.
      if (turn % 2 === 0) stands[at] = (STEPS['growth'] as Step)(stands[at] ?? START, pick);
      const { plan, scenario, options } = stands[at] ?? START;
      expect(simulate({ plan, scenario, ...options }), `turn ${turn}`).toStrictEqual(
        simulatePlan(plan, scenario, options),
      );
      const request = EXPLORED[turn % EXPLORED.length] as ExploreRequest;
      const question = { plan, scenario, request, from: 0, to: 4 };
      expect(explore(question), `turn ${turn}, ${request.kind}`).toStrictEqual(explorePlan(question));
    }
  });

  it('should find the draws of eight scenarios again, asked about in turn', () => {
    const caches = new DrawCaches();
    const simulate = cachingSimulator(caches);
    const ask = (k: number) => {
      const growth = {
        ...START.scenario.growth,
        'hk-residents': { kind: 'compound', rate: k / 100 } as const,
      };
      const scenario = { ...START.scenario, growth, seed: k < 4 ? 1 : k };
      return simulate({ plan: START.plan, scenario, wantedShare: 0.8 });
    };
    const all = [0, 1, 2, 3, 4, 5, 6, 7];
    const first = all.map(ask);
    all.map(ask).forEach((again, k) => {
      expect(again.joint?.shareByCount).toBe(first[k]?.joint?.shareByCount);
      again.indicators.forEach(({ drawn }, index) => {
        if (drawn?.isUncertain) expect(drawn).toBe(first[k]?.indicators[index]?.drawn);
      });
    });
  });
});
