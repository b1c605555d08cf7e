import { assertNever } from '../assert-never.ts';
import { projectedYears, type IndicatorModel, type PlanModel } from '../plan/plan.ts';
import { clamp, roundDecimal, roundFraction, type Range } from '../arithmetic/decimal.ts';
import { RANGES, type GrowthAssumption } from '../scenario/scenario.ts';

/** The growth shapes, in the order they are offered. */
export const GROWTH_SHAPES = ['compound', 'yearly', 'linear', 'saturating'] as const;

/** One of the growth shapes. */
export type GrowthShape = GrowthAssumption['kind'];

/**
 * Return the one rate a slider shows for a growth assumption, whatever its shape: the constant rate; the mean of the
 * yearly rates; the yearly amount as a share of the baseline; the starting rate of a saturating growth.
 *
 * @param growth The assumption.
 * @param indicator The indicator it is about.
 * @returns A fraction a year, in whole millionths.
 */
export function leadRate(growth: GrowthAssumption, indicator: IndicatorModel): number {
  switch (growth.kind) {
    case 'compound':
    case 'saturating':
      return growth.rate;
    case 'yearly':
      return roundFraction(growth.rates.reduce((sum, rate) => sum + rate, 0) / growth.rates.length);
    case 'linear':
      return roundFraction(growth.amount / indicator.baseline.value);
    default:
      return assertNever(growth);
  }
}

/**
 * Return a growth assumption moved to a new lead rate, its shape kept: yearly rates all move by the same points.
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
  switch (growth.kind) {
    case 'compound':
      return { kind: 'compound', rate: settable(rate, RANGES.rate) };
    case 'saturating':
      return { ...growth, rate: settable(rate, RANGES.saturatingRate) };
    case 'yearly': {
      const shift = rate - leadRate(growth, indicator);
      return { kind: 'yearly', rates: growth.rates.map((each) => settable(each + shift, RANGES.rate)) };
    }
    case 'linear': {
      const amount = roundDecimal(rate * indicator.baseline.value);
      return { kind: 'linear', amount: clamp(amount, RANGES.amount) };
    }
    default:
      return assertNever(growth);
  }
}

/**
 * Return a growth assumption in another shape that starts from the same lead rate.
 *
 * @param plan The plan.
 * @param indicator The indicator it is about.
 * @param change The assumption so far and the shape wanted.
 * @returns The assumption in that shape; a new ceiling is twice the larger of baseline and the target's first edge.
 */
export function inShape(
  plan: PlanModel,
  indicator: IndicatorModel,
  { growth, shape }: { readonly growth: GrowthAssumption; readonly shape: GrowthShape },
): GrowthAssumption {
  const rate = leadRate(growth, indicator);
  switch (shape) {
    case 'compound':
      return { kind: 'compound', rate: settable(rate, RANGES.rate) };
    case 'yearly': {
      const each = settable(rate, RANGES.rate);
      return { kind: 'yearly', rates: Array.from({ length: projectedYears(plan) }, () => each) };
    }
    case 'linear':
      return withLeadRate({ kind: 'linear', amount: 0 }, indicator, rate);
    case 'saturating': {
      const { baseline, target } = indicator;
      const edge = target.kind === 'at-most' ? target.max : target.min;
      const ceiling = roundDecimal(2 * Math.max(baseline.value, edge));
      return {
        kind: 'saturating',
        rate: settable(rate, RANGES.saturatingRate),
        ceiling: clamp(ceiling, RANGES.ceiling),
      };
    }
    default:
      return assertNever(shape);
  }
}

function settable(rate: number, range: Range): number {
  return clamp(roundFraction(rate), range);
}
