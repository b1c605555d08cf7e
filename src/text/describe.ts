import { assertNever } from '../core/assert-never.ts';
import type { Status } from '../core/assessment/assess-target.ts';
import type { IndicatorResult } from '../core/simulate-plan.ts';
import type { Indicator, Measure, Plan } from '../core/plan/plan.ts';
import type { Target } from '../core/plan/target.ts';
import { spreadOf, type Driver, type Scenario } from '../core/scenario/scenario.ts';
import type { Text } from './text.ts';

/** Return an indicator's baseline as the plan publishes it, with the decimals of its figures. */
export function describeBaseline({ baseline, decimals }: Indicator, { numbers }: Text): string {
  return numbers.published(baseline.value, decimals);
}

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
  switch (target.kind) {
    case 'at-least':
      return words.targetShort.atLeast(numbers.published(target.min));
    case 'at-most':
      return words.targetShort.atMost(numbers.published(target.max));
    case 'within':
      return describeTarget(target, text);
    default:
      return assertNever(target);
  }
}

/** Return an indicator's projected value, with as many digits as its verdict needs. */
export function describeValue(indicator: Indicator, result: IndicatorResult, { numbers }: Text): string {
  return numbers.judged({ value: result.value, status: result.status, target: indicator.target });
}

/** Return a verdict as it is spoken: "target missed by 1,090". */
export function describeVerdict(result: IndicatorResult, { words, numbers }: Text): string {
  return words.spokenStatus[result.status](numbers.gap(result.gap).slice(1));
}

/**
 * Return what there is to say of each verdict among some, in the order in which they first occur.
 *
 * @param statuses The verdicts.
 * @param say Says it of one verdict and how many have it; empty where there is nothing to say.
 */
export function describeStatuses(
  statuses: readonly Status[],
  say: (status: Status, count: number) => string,
): string {
  return [...new Set(statuses)]
    .map((status) => say(status, statuses.filter((each) => each === status).length))
    .filter(Boolean)
    .join(' ');
}

/** Return unit and period of an indicator under its name: "USD bn, sum 2023–25". */
export function describeUnit(
  indicator: Indicator,
  measure: Measure,
  { plan, text }: { readonly plan: Plan; readonly text: Text },
): string {
  const period = text.words.measureShort[measure](plan.baselineYear + 1, plan.horizonYear);
  return [text.plan(indicator.unit), period].filter((part) => part !== '').join(text.words.listSeparator);
}

/** Return the spread all indicators share, in percentage points; undefined where they differ. */
export function commonSpread(plan: Plan, scenario: Scenario): number | undefined {
  const [first = 0, ...others] = plan.indicators.map(({ id }) => spreadOf(scenario, id));
  return others.every((spread) => spread === first) ? first : undefined;
}

/** What of a driver it takes to name it. */
export type NamedDriver = Pick<Driver, 'id' | 'name'>;

/** Return what a driver goes by: the name a person gave it, the plan's, or the id of one of the user's own. */
export function describeDriver(plan: Plan, { id, name }: NamedDriver, text: Text): string {
  if (name !== undefined && name !== '') return name;
  const shipped = plan.drivers.find((driver) => driver.id === id);
  return shipped === undefined ? text.words.ownDriverName(id) : text.plan(shipped.name);
}

/** Return the short name of one of a plan's indicators. */
export function describeIndicator(plan: Plan, id: string, text: Text): string {
  const indicator = plan.indicators.find((known) => known.id === id);
  return indicator === undefined ? id : text.plan(indicator.shortName);
}
