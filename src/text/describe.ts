import { assertNever } from '../core/assert-never.ts';
import { isMet, type Status } from '../core/assessment/assess-target.ts';
import type { IndicatorResult } from '../core/simulate-plan.ts';
import type { Cited, Indicator, Measure, Plan } from '../core/plan/plan.ts';
import { spreadOf, type Driver, type Scenario } from '../core/scenario/scenario.ts';
import { amountsOf } from './amounts.ts';
import type { Text } from './text.ts';

/** Return an indicator's baseline as the plan publishes it, with the decimals of its figures. */
export function describeBaseline(indicator: Indicator, text: Text): string {
  return amountsOf(indicator, text).published(indicator.baseline.value);
}

/**
 * Return an indicator's target in words: "at least 11,000", "28–32".
 *
 * @param indicator The indicator.
 * @param text The page's words.
 * @param inUnit Puts the unit to the number.
 */
export function describeTarget(
  indicator: Indicator,
  text: Text,
  inUnit: (printed: string) => string = (printed) => printed,
): string {
  const { words } = text;
  const { target } = indicator;
  const { published } = amountsOf(indicator, text);
  switch (target.kind) {
    case 'at-least':
      return words.atLeast(inUnit(published(target.min)));
    case 'at-most':
      return words.atMost(inUnit(published(target.max)));
    case 'within':
      return inUnit(words.range(published(target.min), published(target.max)));
    default:
      return assertNever(target);
  }
}

/** Return an indicator's target in words with its unit: "at least 11,000 enterprises", "USD 28–32 bn". */
export function describeTargetInUnit(indicator: Indicator, text: Text): string {
  return describeTarget(indicator, text, amountsOf(indicator, text).withUnit);
}

/** Return a target as short as a column can hold: "11,000", "≤ 5", "28–32". */
export function shortTarget(indicator: Indicator, text: Text): string {
  const { words } = text;
  const { target } = indicator;
  const { published } = amountsOf(indicator, text);
  switch (target.kind) {
    case 'at-least':
      return words.targetShort.atLeast(published(target.min));
    case 'at-most':
      return words.targetShort.atMost(published(target.max));
    case 'within':
      return describeTarget(indicator, text);
    default:
      return assertNever(target);
  }
}

/** Return an indicator's projected value, with as many digits as its verdict needs. */
export function describeValue(indicator: Indicator, result: IndicatorResult, text: Text): string {
  return amountsOf(indicator, text).value(result);
}

/** Return an indicator's projected value with its unit: "9,910 enterprises", "USD 21.35 bn". */
export function describeValueInUnit(indicator: Indicator, result: IndicatorResult, text: Text): string {
  return amountsOf(indicator, text).withUnit(describeValue(indicator, result, text));
}

/** Return a gap as it is printed beside its verdict; empty where the target is met. */
export function describeGap(indicator: Indicator, result: IndicatorResult, text: Text): string {
  return result.gap === 0 ? '' : amountsOf(indicator, text).gap(result);
}

/** Return the share of its target that an indicator attains: never 100 % of a target that is missed. */
export function describeAttainment({ attainment, status }: IndicatorResult): string {
  return `${isMet(status) ? Math.round(attainment * 100) : Math.floor(attainment * 100)}%`;
}

/** Return a verdict as it is spoken: "target missed by 1,090". */
export function describeVerdict(indicator: Indicator, result: IndicatorResult, text: Text): string {
  return text.words.spokenStatus[result.status](describeGap(indicator, result, text).slice(1));
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
  return [amountsOf(indicator, text).unit, period]
    .filter((part) => part !== '')
    .join(text.words.listSeparator);
}

/** Return where in its source a number was read, in the page's language where the plan has it. */
export function describeCited({ where, whereIn }: Cited, text: Text): string {
  return whereIn === undefined ? where : text.plan(whereIn);
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
