import type { GrowthAssumption } from '../core/growth/growth-shapes.ts';
import { isConstantRate, leadRate } from '../core/growth/lead-rate.ts';
import type { Indicator, Plan } from '../core/plan/plan.ts';
import { effectOf, type Scenario } from '../core/scenario/scenario.ts';
import { amountsOf } from './amounts.ts';
import type { Text } from './text.ts';

/** Return how an indicator grows, in a few words: "10.0% a year", "+500 enterprises a year". */
export function describeGrowing(indicator: Indicator, growth: GrowthAssumption, text: Text): string {
  const amount = describeAmountAYear(indicator, growth, text);
  return text.words.growing[growth.kind](describeLeadRate(indicator, growth, text), amount);
}

/** Return the one number that stands for a growth assumption, as what it is: a rate, a mean, an amount. */
export function describeLead(indicator: Indicator, growth: GrowthAssumption, text: Text): string {
  const amount = describeAmountAYear(indicator, growth, text);
  return text.words.lead[growth.kind](describeLeadRate(indicator, growth, text), amount);
}

/** A rate that was set is told as it was set; one that the page computed, in two decimals. */
function describeLeadRate(indicator: Indicator, growth: GrowthAssumption, { numbers }: Text): string {
  const rate = leadRate(growth, indicator);
  return isConstantRate(growth) ? numbers.rate(rate) : numbers.roughRate(rate);
}

/** Return the amount that is added each year, with sign and unit; empty where none is fixed. */
export function describeAmountAYear(indicator: Indicator, growth: GrowthAssumption, text: Text): string {
  if (growth.kind !== 'linear') return '';
  const { scale, withUnit } = amountsOf(indicator, text);
  return withUnit(text.numbers.points(growth.amount * scale));
}

/** Return what besides its own growth moves an indicator; empty where nothing does. */
export function describeActing(
  { plan, indicator: { id } }: { readonly plan: Plan; readonly indicator: Indicator },
  scenario: Scenario,
  { words }: Text,
): string {
  const hasEvents = scenario.drivers.some(
    (driver) => effectOf(plan, driver, id) !== 0 && driver.intensity.some((intensity) => intensity !== 0),
  );
  const hasInfluences = scenario.influences.some(({ to }) => to === id);
  if (hasEvents && hasInfluences) return words.acting.both;
  return hasEvents ? words.acting.events : hasInfluences ? words.acting.influences : '';
}
