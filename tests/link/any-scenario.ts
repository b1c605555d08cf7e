import { RATE_RANGE } from '../../src/core/growth/compound.ts';
import { AMOUNT_RANGE } from '../../src/core/growth/linear.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { CEILING_RANGE, START_RATE_RANGE } from '../../src/core/growth/saturating.ts';
import { RANGES } from '../../src/core/scenario/ranges.ts';
import fc from 'fast-check';
import { MEASURES, projectedYears, type IndicatorModel, type PlanModel } from '../../src/core/plan/plan.ts';
import { MOST_SCENARIOS } from '../../src/core/link/link-grammar.ts';
import { LANGUAGES } from '../../src/core/plan/plan.ts';
import { cleanName, LONGEST_NAME } from '../../src/core/scenario/scenario-name.ts';
import {
  canonicalScenario,
  emptyScenario,
  type Driver,
  type Influence,
  type Scenario,
} from '../../src/core/scenario/scenario.ts';
import { type ShortContent } from '../helpers/links.ts';

/** Names that have broken links before: other scripts, marks of the link's own grammar, directions, emoji. */
const HARD_NAMES = [
  '前海 2025',
  '前海總體發展規劃：情景一',
  '𠮷野家 👨‍👩‍👧 🚢',
  'a#b%c&d=e+f',
  '100 % & more = #1?',
  '%23%2523&v=1',
  '&v=1&hke=99',
  '=1+1',
  "(it's) *bold* _so_ ~here~ [x]!",
  'שלום',
  '</script><script>',
  'javascript:alert(1)',
  '__proto__',
  '-',
  '.',
  ' \u00a0 ',
  '\u0000',
  'ends with a space before the cut off, and 80 characters are just reached here:  x',
];

/** A number in steps of `1 / steps`, both ends included. */
function stepped(from: number, to: number, steps: number): fc.Arbitrary<number> {
  const ends = { min: Math.ceil(from * steps), max: Math.floor(to * steps) };
  const near = { min: Math.max(ends.min, -2 * steps), max: Math.min(ends.max, 2 * steps) };
  return fc
    .oneof(fc.integer(ends), fc.integer(near), fc.constantFrom(ends.min, ends.max))
    .map((step) => step / steps);
}

/** A number of a range in the steps a link can hold. */
export const decimal = ({ from, to }: { readonly from: number; readonly to: number }): fc.Arbitrary<number> =>
  stepped(from, to, 1e4);
const rate = (range: { readonly from: number; readonly to: number }): fc.Arbitrary<number> =>
  stepped(range.from, range.to, 1e6);

/** A growth assumption of any kind, in the steps a link can hold. */
export function anyGrowth(years: number): fc.Arbitrary<GrowthAssumption> {
  return fc.oneof(
    rate(RATE_RANGE).map((constant) => ({ kind: 'compound' as const, rate: constant })),
    fc
      .array(rate(RATE_RANGE), { minLength: years, maxLength: years })
      .map((rates) => ({ kind: 'yearly' as const, rates })),
    decimal(AMOUNT_RANGE).map((amount) => ({ kind: 'linear' as const, amount })),
    fc.record({
      kind: fc.constant('saturating' as const),
      rate: rate(START_RATE_RANGE),
      ceiling: decimal(CEILING_RANGE),
    }),
  );
}

/** A name as a scenario keeps it, often a hard one. */
export const anyName: fc.Arbitrary<string> = fc
  .oneof(
    fc.constant(''),
    fc.constantFrom(...HARD_NAMES),
    fc.string({ unit: 'grapheme', maxLength: LONGEST_NAME }),
    fc.string({ unit: 'binary', maxLength: LONGEST_NAME }),
  )
  .map(cleanName);

/** A driver of the plan's or of the user's own, often with a name. */
export function anyDriver(plan: PlanModel): fc.Arbitrary<Driver> {
  const years = projectedYears(plan);
  const shipped = plan.drivers.map(({ id }) => id);
  return fc
    .record({
      id: fc.oneof(
        fc.stringMatching(/^[a-z]{2,16}$/),
        fc.constantFrom(...shipped, 'constructor', 'from', 'hke'),
      ),
      name: fc.oneof(fc.constant(''), anyName),
      intensity: fc.array(decimal(RANGES.intensity), { minLength: years, maxLength: years }),
      effects: byIndicator(plan, decimal(RANGES.effect), 4),
    })
    .map(({ name, ...driver }) => (name === '' ? driver : { ...driver, name }));
}

/** Growth of one indicator that feeds another. */
export function anyInfluence(plan: PlanModel): fc.Arbitrary<Influence> {
  const id = fc.constantFrom(...plan.indicators.map((indicator) => indicator.id));
  return fc.record({ to: id, from: id, strength: decimal(RANGES.strength) });
}

/** A record of values for some of the plan's indicators. */
function byIndicator<Value>(
  plan: PlanModel,
  value: fc.Arbitrary<Value>,
  most = plan.indicators.length,
): fc.Arbitrary<Record<string, Value>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...plan.indicators), value), {
      selector: ([{ id }]) => id,
      maxLength: most,
    })
    .map((entries) => Object.fromEntries(entries.map(([{ id }, held]) => [id, held])));
}

/**
 * Any scenario a link can hold without an issue, in canonical form: every kind of growth, spreads, measures, shipped
 * and own drivers with their effects and names, influences, a name. It always starts at the baseline, since `latest` has an issue.
 */
export function anyScenario(plan: PlanModel): fc.Arbitrary<Scenario> {
  return fc
    .record({
      name: anyName,
      growth: byIndicator(plan, anyGrowth(projectedYears(plan))),
      spread: byIndicator(plan, decimal(RANGES.spread)),
      measure: byIndicator(plan, fc.constantFrom(...MEASURES), 4),
      rho: fc.oneof(fc.constant(0), decimal(RANGES.rho)),
      phi: fc.oneof(fc.constant(0), decimal(RANGES.phi)),
      seed: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: RANGES.seed.to })),
      drivers: fc.uniqueArray(anyDriver(plan), { selector: ({ id }) => id, maxLength: 3 }),
      influences: fc.uniqueArray(anyInfluence(plan), {
        selector: ({ to, from }) => `${to} ${from}`,
        maxLength: 4,
      }),
    })
    .map((parts) => canonicalScenario(plan, { ...emptyScenario(plan), ...parts }));
}

/** What a link may hold: 1 to 8 scenarios and the view; now and then a scenario in which nothing is assumed. */
export function anyContent(plan: PlanModel): fc.Arbitrary<ShortContent> {
  const scenario = fc.oneof(
    { weight: 6, arbitrary: anyScenario(plan) },
    { weight: 1, arbitrary: fc.constant(emptyScenario(plan)) },
  );
  const [, ...others] = plan.indicators as readonly [IndicatorModel, ...IndicatorModel[]];
  return fc.record({
    plan: fc.constant(plan),
    scenarios: fc.oneof(
      { weight: 4, arbitrary: fc.array(scenario, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(scenario, { minLength: 3, maxLength: MOST_SCENARIOS }) },
    ),
    see: fc.constantFrom(undefined, ...others.map(({ id }) => id)),
    language: fc.constantFrom(undefined, ...LANGUAGES),
  });
}
