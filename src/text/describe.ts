import { assertNever } from '../core/assert-never.ts';
import type { IndicatorResult } from '../core/simulate-plan.ts';
import type { Indicator, Measure, Plan } from '../core/plan/plan.ts';
import type { Target } from '../core/plan/target.ts';
import { leadRate } from '../core/growth/lead-rate.ts';
import { growthOf, measureOf, spreadOf, type Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../state/scenario-history.svelte.ts';
import type { Text } from '../ui/text-context.ts';

/**
 * Return a target in words: "at least 11,000", "28–32".
 *
 * @param target The target, in the indicator's unit.
 * @param text The page's words.
 */
export function describeTarget(target: Target, { words, numbers }: Text): string {
  switch (target.kind) {
    case 'at-least':
      return words.atLeast(numbers.published(target.min));
    case 'at-most':
      return words.atMost(numbers.published(target.max));
    case 'within':
      return words.range(numbers.published(target.min), numbers.published(target.max));
    default:
      return assertNever(target);
  }
}

/** Return a target as short as a column can hold: "11,000", "≤ 5", "28–32". */
export function shortTarget(target: Target, text: Text): string {
  const { words, numbers } = text;
  if (target.kind === 'within') return describeTarget(target, text);
  return target.kind === 'at-least'
    ? words.targetShort.atLeast(numbers.published(target.min))
    : words.targetShort.atMost(numbers.published(target.max));
}

/** Return an indicator's projected value, with as many digits as its verdict needs. */
export function describeValue(indicator: Indicator, result: IndicatorResult, { numbers }: Text): string {
  return numbers.judged({ value: result.value, status: result.status, target: indicator.target });
}

/** Return a verdict as it is spoken: "target missed by 1,090". */
export function describeVerdict(result: IndicatorResult, { words, numbers }: Text): string {
  return words.spokenStatus(result.status, numbers.gap(result.gap).slice(1));
}

/** Return unit and period of an indicator under its name: "USD bn, sum 2023–25". */
export function describeUnit(
  indicator: Indicator,
  measure: Measure,
  { plan: shipped, text }: { plan: Plan; text: Text },
): string {
  const period = text.words.measureShort(measure, shipped.baselineYear + 1, shipped.horizonYear);
  return [text.plan(indicator.unit), period].filter((part) => part !== '').join(text.words.listSeparator);
}

/** Return the name of what a scenario was loaded from. */
export function describeOrigin(origin: Origin, { words }: Text): string {
  switch (origin.kind) {
    case 'preset':
      return words.preset[origin.preset];
    case 'illustration':
      return words.illustration[origin.illustration];
    case 'link':
      return words.fromLink;
    case 'device':
      return words.fromDevice;
    default:
      return assertNever(origin);
  }
}

/** Return the name a scenario goes by: its own, or that of what it was loaded from. */
export function describeScenario({ scenario, loaded }: Step, text: Text): string {
  if (scenario.name !== '') return scenario.name;
  const origin = describeOrigin(loaded.origin, text);
  return scenario === loaded.scenario ? origin : text.words.unnamedChanged(origin);
}

/**
 * Return a step of the list of changes in words.
 *
 * @param plan The plan, for its indicators' names.
 * @param steps All steps; the one before tells what was changed.
 * @param options Which step, and the page's words.
 */
export function describeStep(
  plan: Plan,
  steps: readonly Step[],
  { at, text }: { readonly at: number; readonly text: Text },
): string {
  const { words, numbers } = text;
  const step = steps[at] as Step;
  const before = steps[at - 1] ?? step;
  const { change } = step;
  const indicatorOf = (id: string): Indicator =>
    plan.indicators.find((known) => known.id === id) as Indicator;
  const nameOf = (id: string): string => text.plan(indicatorOf(id).shortName);
  switch (change.kind) {
    case 'opened':
      return words.change.openedAs(describeOrigin(step.loaded.origin, text));
    case 'loaded':
      return words.change.preset(describeOrigin(step.loaded.origin, text));
    case 'growth': {
      const indicator = indicatorOf(change.indicator);
      const [from, to] = [
        growthOf(before.scenario, change.indicator),
        growthOf(step.scenario, change.indicator),
      ];
      if (from.kind !== to.kind) return words.change.shape(nameOf(change.indicator), words.shape[to.kind]);
      const [old, now] = [leadRate(from, indicator), leadRate(to, indicator)];
      if (old === now) return words.change.shapeNumbers(nameOf(change.indicator));
      return words.change.rate(nameOf(change.indicator), numbers.rate(old), numbers.rate(now));
    }
    case 'growths': {
      const names = change.indicators.map(nameOf);
      return words.matters.growthsChanged(names.slice(0, 2).join(words.listSeparator), names.length - 2);
    }
    case 'reading': {
      const measure = measureOf(step.scenario, indicatorOf(change.indicator));
      return words.change.reading(nameOf(change.indicator), words.measure[measure]);
    }
    case 'spread': {
      const [from, to] = [before, step].map(({ scenario }) => spreadOf(scenario, change.indicator));
      return words.change.spread(nameOf(change.indicator), numbers.plain(from ?? 0), numbers.plain(to ?? 0));
    }
    case 'spread-all':
      return words.change.spreadAll(numbers.plain(commonSpread(plan, step.scenario) ?? 0));
    case 'shocks': {
      const [from, to] = [before.scenario[change.what], step.scenario[change.what]];
      return words.change.shocks[change.what](numbers.plain(from), numbers.plain(to));
    }
    case 'driver': {
      const name = describeDriver(plan, change.driver, text);
      const isThere = step.scenario.drivers.some(({ id }) => id === change.driver);
      return isThere ? words.change.driver(name) : words.change.driverRemoved(name);
    }
    case 'link': {
      const isThere = step.scenario.influences.some(
        ({ to, from }) => to === change.to && from === change.from,
      );
      const describe = isThere ? words.change.link : words.change.linkRemoved;
      return describe(nameOf(change.from), nameOf(change.to));
    }
    case 'reset-loaded':
      return words.change.resetLoaded(describeOrigin(step.loaded.origin, text));
    case 'reset-zero':
      return words.change.resetZero;
    case 'renamed':
      return words.change.renamed(step.scenario.name);
    default:
      return assertNever(change);
  }
}

/** Return the spread all indicators share, in percentage points; undefined where they differ. */
export function commonSpread(plan: Plan, scenario: Scenario): number | undefined {
  const [first = 0, ...others] = plan.indicators.map(({ id }) => spreadOf(scenario, id));
  return others.every((spread) => spread === first) ? first : undefined;
}

/** Return a driver's name: the plan's, or the id of one of the user's own. */
export function describeDriver(plan: Plan, id: string, text: Text): string {
  const shipped = plan.drivers.find((driver) => driver.id === id);
  return shipped === undefined ? text.words.ownDriverName(id) : text.plan(shipped.name);
}
