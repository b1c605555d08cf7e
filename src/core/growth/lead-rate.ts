import { roundFraction } from '../arithmetic/decimal.ts';
import { clamp, type Range } from '../arithmetic/range.ts';
import type { IndicatorModel } from '../plan/plan.ts';
import type { GrowthContext } from './growth-shape-definition.ts';
import { definitionOf, shiftOf, type GrowthAssumption, type GrowthShape } from './growth-shapes.ts';

/**
 * Return the one rate a slider shows for a growth assumption, whatever its shape, equation (7): the constant rate; the
 * mean of the yearly rates; the yearly amount as a share of the baseline; the starting rate of a saturating growth.
 *
 * @param growth The assumption.
 * @param indicator The indicator it is about.
 * @returns A fraction a year, in whole millionths.
 */
export function leadRate(growth: GrowthAssumption, indicator: IndicatorModel): number {
  return definitionOf(growth.kind).leadRate(growth, indicator);
}

/**
 * Return a growth assumption moved to a new lead rate, its shape unchanged: yearly rates all move by the same points.
 *
 * @param growth The assumption.
 * @param indicator The indicator it is about.
 * @param rate The new lead rate, as a fraction a year.
 * @returns The assumption at that rate, every number in its range and in the steps a link can hold.
 */
export function withLeadRate(
  growth: GrowthAssumption,
  indicator: IndicatorModel,
  rate: number,
): GrowthAssumption {
  return definitionOf(growth.kind).withLeadRate(growth, indicator, rate);
}

/**
 * Return a growth assumption whose lead rate is moved by a step, as a key does: the step back from there leads to the
 * very same assumption, which `withLeadRate` does not promise, since a lead rate does not hold all of an amount.
 *
 * @param growth The assumption.
 * @param indicator The indicator it is about.
 * @param rate The lead rate one step away, as a fraction a year.
 * @returns The assumption there; the very same where the step would lead one of its numbers out of its range.
 */
export function stepLeadRate(
  growth: GrowthAssumption,
  indicator: IndicatorModel,
  rate: number,
): GrowthAssumption {
  const moved = shiftOf(growth.kind)(growth, indicator, roundFraction(rate - leadRate(growth, indicator)));
  return isWithinRanges(moved) ? moved : growth;
}

function isWithinRanges(growth: GrowthAssumption): boolean {
  let isWithin = true;
  const check = (value: number, range: Range): number => {
    isWithin &&= value === clamp(value, range);
    return value;
  };
  definitionOf(growth.kind).mapNumbers(growth, { rate: check, amount: check });
  return isWithin;
}

/** Return what the lead rate of a growth assumption may be, as a fraction a year. */
export function leadRateRange(growth: GrowthAssumption): Range {
  return definitionOf(growth.kind).leadRange;
}

/**
 * Return a growth assumption in another shape that starts from the same lead rate.
 *
 * @param growth The assumption so far.
 * @param shape The shape wanted.
 * @param context The plan and the indicator the assumption is about.
 * @returns The assumption in that shape, every number in its range and in the steps a link can hold.
 */
export function inShape(
  growth: GrowthAssumption,
  shape: GrowthShape,
  context: GrowthContext,
): GrowthAssumption {
  return definitionOf(shape).fromLeadRate(leadRate(growth, context.indicator), context);
}

/** Return whether the lead rate of a growth assumption is all there is to it, so that a growth zone is about it. */
export function isConstantRate(growth: GrowthAssumption): boolean {
  return definitionOf(growth.kind).isConstantRate;
}
