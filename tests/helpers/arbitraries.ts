import fc, { type Arbitrary } from 'fast-check';
import { MEASURES, type DriverModel, type IndicatorModel, type PlanModel } from '../../src/core/plan/plan.ts';
import { RESERVED_CODES } from '../../src/core/link/link-fields.ts';
import type { Target } from '../../src/core/plan/target.ts';
import { RATE_RANGE } from '../../src/core/growth/compound.ts';
import { AMOUNT_RANGE } from '../../src/core/growth/linear.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { CEILING_RANGE, START_RATE_RANGE } from '../../src/core/growth/saturating.ts';
import type { Driver, Influence, Scenario } from '../../src/core/scenario/scenario.ts';

/** Return the settings of a property: always the same seed, so that a failure comes again. */
export function seeded(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20221231, numRuns };
}

/** The range of every amount a plan may state. */
const AMOUNTS = { from: 1e-9, to: 1e11 };

/** What kind of plan to make. */
export interface PlanOptions {
  /** Projected years, both ends included; 1 to 12 unless said otherwise. */
  readonly years?: readonly [from: number, to: number];
  /**
   * `ordinary`: every target is within a factor of a few of where the indicator would stand if held.
   * `extreme`: any amounts a plan file may hold.
   */
  readonly amounts?: 'ordinary' | 'extreme';
}

/** What kind of scenario to make. */
export interface ScenarioOptions {
  /** `ordinary`: what a person would set; `extreme`: anything within `RANGES`. */
  readonly numbers?: 'ordinary' | 'extreme';
  /** Which growth assumptions: all four, or only those that state rates. */
  readonly shapes?: 'any' | 'rates';
  readonly drivers?: 'none' | 'any';
  /** `onward` links lead from earlier indicators of the plan to later ones, so that none comes back to itself. */
  readonly links?: 'none' | 'onward' | 'any' | 'any-positive';
}

/** A double of a range, ends included, with a liking for the ends and for numbers near 0. */
export function between(from: number, to: number): Arbitrary<number> {
  return fc.double({ min: from, max: to, noNaN: true });
}

/** A double of a range: any part of it, now and then an end, 0 or something very near 0. */
export function amount(from: number, to: number): Arbitrary<number> {
  return fc.oneof({ weight: 6, arbitrary: uniform(from, to) }, { weight: 1, arbitrary: between(from, to) });
}

/** A double of a range, every part of it equally likely. */
export function uniform(from: number, to: number): Arbitrary<number> {
  const half = 2 ** 26;
  return fc
    .tuple(fc.nat(half - 1), fc.nat(half - 1))
    .map(([a, b]) => from + ((a + b / half) / half) * (to - from));
}

/** A double above 0, every order of magnitude of the range equally likely. */
export function magnitude(from: number, to: number): Arbitrary<number> {
  return uniform(Math.log10(from), Math.log10(to)).map((e) => Math.min(to, Math.max(from, 10 ** e)));
}

/** A plan's numbers, valid in every respect. */
export function anyPlan(options: PlanOptions = {}): Arbitrary<PlanModel> {
  const [fewest, most] = options.years ?? [1, 12];
  return fc
    .record({
      id: planId,
      baselineYear: fc.integer({ min: 1900, max: 2150 }),
      years: fc.integer({ min: fewest, max: most }),
      ids: indicatorIds,
    })
    .chain(({ id, baselineYear, years, ids }) =>
      fc.record({
        id: fc.constant(id),
        baselineYear: fc.constant(baselineYear),
        horizonYear: fc.constant(baselineYear + years),
        indicators: anyIndicators(ids, years, options.amounts ?? 'ordinary'),
        drivers: anyPlanDrivers(ids),
      }),
    );
}

function anyIndicators(
  ids: readonly string[],
  years: number,
  amounts: 'ordinary' | 'extreme',
): Arbitrary<readonly IndicatorModel[]> {
  const exactly = { minLength: ids.length, maxLength: ids.length };
  return fc
    .record({
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), exactly),
      codes: fc.uniqueArray(code, exactly),
      parts: fc.array(
        fc.constantFrom(...MEASURES).chain((measure) =>
          fc
            .record({
              value: amounts === 'extreme' ? magnitude(AMOUNTS.from, AMOUNTS.to) : magnitude(0.01, 1e6),
              kind: fc.constantFrom('at-least', 'at-most', 'within'),
              share: amounts === 'extreme' ? magnitude(1e-20, 1e20) : magnitude(0.2, 5),
              width: amounts === 'extreme' ? magnitude(1e-6, 1e20) : magnitude(0.001, 3),
            })
            .map(({ value, kind, share, width }) => {
              const min = inAmounts(value * share * (measure === 'cumulative' ? years : 1));
              return { measure, baseline: { value }, target: targetOf(kind, min, width) };
            }),
        ),
        exactly,
      ),
    })
    .map(({ numbers, codes, parts }) =>
      parts.map((part, i) => ({
        ...part,
        id: ids[i] as string,
        number: numbers[i] as number,
        code: codes[i] as string,
      })),
    );
}

function targetOf(kind: Target['kind'], edge: number, width: number): Target {
  if (kind === 'at-least') return { kind, min: edge };
  if (kind === 'at-most') return { kind, max: edge };
  const min = Math.min(edge, AMOUNTS.to / 2);
  return { kind, min, max: inAmounts(min * (1 + width)) };
}

function inAmounts(value: number): number {
  return Math.min(AMOUNTS.to, Math.max(AMOUNTS.from, value));
}

function anyPlanDrivers(ids: readonly string[]): Arbitrary<readonly DriverModel[]> {
  return fc.uniqueArray(fc.record({ id: driverId, effects: anyEffects(ids, 10) }), {
    maxLength: 2,
    selector: ({ id }) => id,
  });
}

// Made once: to make an arbitrary of texts takes longer than to draw from it.
const planId = fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/);
const indicatorIds = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/), {
  minLength: 1,
  maxLength: 6,
});
const code = fc.stringMatching(/^[a-z]{2,4}$/).filter((text) => !RESERVED_CODES.includes(text));
const driverId = fc.stringMatching(/^[a-z]{2,8}$/);

function anyEffects(ids: readonly string[], most: number): Arbitrary<Record<string, number>> {
  return fc.dictionary(fc.constantFrom(...ids), amount(-most, most), {
    maxKeys: ids.length,
    noNullPrototype: true,
  });
}

/** A scenario about a plan, valid in every respect: each part may be there or not. */
export function anyScenario(plan: PlanModel, options: ScenarioOptions = {}): Arbitrary<Scenario> {
  const { numbers = 'ordinary', shapes = 'any', drivers = 'any', links = 'any' } = options;
  const ids = plan.indicators.map(({ id }) => id);
  const years = plan.horizonYear - plan.baselineYear;
  return fc.record({
    plan: fc.constant(plan.id),
    name: fc.string({ maxLength: 20 }),
    growth: fc
      .tuple(
        ...plan.indicators.map(({ baseline }) =>
          fc.option(anyGrowth(baseline.value, years, { numbers, shapes }), { nil: undefined }),
        ),
      )
      .map((all) =>
        Object.fromEntries(
          ids.flatMap((id, i): [string, GrowthAssumption][] => (all[i] === undefined ? [] : [[id, all[i]]])),
        ),
      ),
    spread: fc.dictionary(fc.constantFrom(...ids), between(0, 100), { noNullPrototype: true }),
    measure: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...MEASURES), { noNullPrototype: true }),
    rho: between(0, 0.95),
    phi: between(0, 1),
    seed: fc.integer({ min: 0, max: 4294967295 }),
    start: fc.constantFrom('baseline', 'latest'),
    drivers: drivers === 'none' ? fc.constant([]) : anyDrivers(plan, numbers),
    influences: links === 'none' ? fc.constant([]) : anyLinks(ids, links, numbers),
  });
}

/** One growth assumption for an indicator with this baseline. */
export function anyGrowth(
  baseline: number,
  years: number,
  options: Pick<ScenarioOptions, 'numbers' | 'shapes'> = {},
): Arbitrary<GrowthAssumption> {
  const extreme = options.numbers === 'extreme';
  const inRange = ({ from, to }: { readonly from: number; readonly to: number }): Arbitrary<number> =>
    fc.oneof(amount(from, to), fc.constantFrom(from, to));
  const rate = extreme ? inRange(RATE_RANGE) : fc.oneof(uniform(-0.3, 0.5), fc.constant(0));
  const kind = <Kind extends GrowthAssumption['kind']>(name: Kind) => fc.constant(name);
  const compound = fc.record({ kind: kind('compound'), rate });
  const yearly = fc.record({
    kind: kind('yearly'),
    rates: fc.array(rate, { minLength: years, maxLength: years }),
  });
  if (options.shapes === 'rates') return fc.oneof(compound, yearly);
  const linear = fc.record({
    kind: kind('linear'),
    amount: extreme ? inRange(AMOUNT_RANGE) : uniform(-0.2 * baseline, 0.5 * baseline),
  });
  const saturating = fc.record({
    kind: kind('saturating'),
    rate: extreme ? inRange(START_RATE_RANGE) : uniform(-0.3, 1),
    ceiling: extreme ? inRange(CEILING_RANGE) : uniform(baseline / 2, baseline * 10),
  });
  return fc.oneof(compound, yearly, linear, saturating);
}

function anyDrivers(plan: PlanModel, numbers: 'ordinary' | 'extreme'): Arbitrary<Driver[]> {
  const ids = plan.indicators.map(({ id }) => id);
  const years = plan.horizonYear - plan.baselineYear;
  const shipped = plan.drivers.map(({ id }) => fc.constant(id));
  const intensity = numbers === 'extreme' ? amount(-10, 10) : amount(-2, 2);
  return fc.uniqueArray(
    fc.record({
      id: fc.oneof(driverId, ...shipped),
      intensity: fc.array(intensity, { minLength: years, maxLength: years }),
      effects: anyEffects(ids, numbers === 'extreme' ? 100 : 10),
    }),
    { maxLength: 3, selector: ({ id }) => id },
  );
}

function anyLinks(
  ids: readonly string[],
  direction: 'onward' | 'any' | 'any-positive',
  numbers: 'ordinary' | 'extreme',
): Arbitrary<Influence[]> {
  const [lowest, highest] = numbers === 'extreme' ? [-10, 10] : [-0.5, 0.5];
  const index = fc.nat(ids.length - 1);
  return fc
    .uniqueArray(
      fc.record({
        to: index,
        from: index,
        strength: amount(direction === 'any-positive' ? 0 : lowest, highest),
      }),
      { maxLength: 8, selector: ({ to, from }) => `${to} <- ${from}` },
    )
    .map((links) =>
      links
        .filter(({ to, from }) => direction !== 'onward' || from < to)
        .map(({ to, from, strength }) => ({ to: ids[to] as string, from: ids[from] as string, strength })),
    );
}

/** A plan and a scenario about it. */
export interface Case {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
}

/** A plan and a scenario about it, both valid. */
export function anyCase(options: PlanOptions & ScenarioOptions = {}): Arbitrary<Case> {
  return anyPlan(options).chain((plan) => anyScenario(plan, options).map((scenario) => ({ plan, scenario })));
}

/** The same entries in any order. */
export function anyOrder<Entry>(entries: readonly Entry[]): Arbitrary<Entry[]> {
  return fc.shuffledSubarray([...entries], { minLength: entries.length });
}
