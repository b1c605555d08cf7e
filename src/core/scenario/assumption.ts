import { assertNever } from '../assert-never.ts';
import type { IndicatorModel, PlanModel } from '../plan/plan.ts';
import { DECIMAL_STEPS_PER_UNIT, RATE_STEPS_PER_UNIT, roundDecimal } from '../arithmetic/decimal.ts';
import { clamp, type Range } from '../arithmetic/range.ts';
import { leadRate, leadRateRange, withLeadRate } from '../growth/lead-rate.ts';
import { RANGES } from './ranges.ts';
import { growthOf, type Scenario } from './scenario.ts';

/** One number a scenario assumes, by where it stands. */
export type Assumption =
  /** The lead rate of an indicator's growth, as a fraction a year. */
  | { readonly kind: 'growth'; readonly indicator: string }
  /** A driver's intensity in one projected year, counted from 0. */
  | { readonly kind: 'intensity'; readonly driver: string; readonly year: number }
  /** The strength of the link between two indicators: points here for each point there. */
  | { readonly kind: 'strength'; readonly to: string; readonly from: string };

/** An assumption with the value it is to take. */
export interface AssumedValue {
  readonly assumption: Assumption;
  /** A fraction a year for growth, else without unit. */
  readonly value: number;
}

/** By kind, how many settable steps one unit has. */
const STEPS_PER_UNIT: Readonly<Record<Assumption['kind'], number>> = {
  growth: RATE_STEPS_PER_UNIT,
  intensity: DECIMAL_STEPS_PER_UNIT,
  strength: DECIMAL_STEPS_PER_UNIT,
};

/**
 * Return the assumptions of a scenario: the growth of every indicator, every driver's intensity in each year in which
 * it is not 0, and the strength of every link.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns Growth in plan order, then drivers and links as the scenario lists them.
 */
export function assumptionsOf(plan: PlanModel, scenario: Scenario): readonly Assumption[] {
  const ids = new Set(plan.indicators.map(({ id }) => id));
  return [
    ...plan.indicators.map(({ id }): Assumption => ({ kind: 'growth', indicator: id })),
    ...scenario.drivers.flatMap(({ id, intensity }) =>
      intensity.flatMap((u, year): Assumption[] =>
        u === 0 ? [] : [{ kind: 'intensity', driver: id, year }],
      ),
    ),
    ...scenario.influences
      .filter(({ to, from, strength }) => strength !== 0 && ids.has(to) && ids.has(from))
      .map(({ to, from }): Assumption => ({ kind: 'strength', to, from })),
  ];
}

/**
 * Return the value an assumption has in a scenario.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param assumption One of its assumptions.
 * @returns A fraction a year for growth, else without unit; 0 where the scenario holds no such driver or link.
 */
export function assumedValue(plan: PlanModel, scenario: Scenario, assumption: Assumption): number {
  switch (assumption.kind) {
    case 'growth':
      return leadRate(growthOf(scenario, assumption.indicator), indicatorCalled(plan, assumption.indicator));
    case 'intensity':
      return scenario.drivers.find(({ id }) => id === assumption.driver)?.intensity[assumption.year] ?? 0;
    case 'strength':
      return (
        scenario.influences.find(({ to, from }) => to === assumption.to && from === assumption.from)
          ?.strength ?? 0
      );
    default:
      return assertNever(assumption);
  }
}

/**
 * Return a scenario with one assumption at another value. Growth keeps its shape.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param assumed One of its assumptions, and the value wanted.
 * @returns The scenario, the value within `RANGES` and in the steps a link can hold.
 */
export function withAssumption(
  plan: PlanModel,
  scenario: Scenario,
  { assumption, value }: AssumedValue,
): Scenario {
  switch (assumption.kind) {
    case 'growth': {
      const { indicator } = assumption;
      const growth = withLeadRate(growthOf(scenario, indicator), indicatorCalled(plan, indicator), value);
      return { ...scenario, growth: { ...scenario.growth, [indicator]: growth } };
    }
    case 'intensity': {
      const intensity = clamp(roundDecimal(value), RANGES.intensity);
      const drivers = scenario.drivers.map((driver) =>
        driver.id === assumption.driver
          ? { ...driver, intensity: driver.intensity.map((u, t) => (t === assumption.year ? intensity : u)) }
          : driver,
      );
      return { ...scenario, drivers };
    }
    case 'strength': {
      const strength = clamp(roundDecimal(value), RANGES.strength);
      const links = scenario.influences.map((link) =>
        link.to === assumption.to && link.from === assumption.from ? { ...link, strength } : link,
      );
      return { ...scenario, influences: links };
    }
    default:
      return assertNever(assumption);
  }
}

/**
 * Return the values an assumption may take.
 *
 * @param scenario The scenario that makes it.
 * @param assumption The assumption.
 * @returns Fractions a year for growth, else without unit.
 */
export function assumptionRange(scenario: Scenario, assumption: Assumption): Range {
  return assumption.kind === 'growth'
    ? leadRateRange(growthOf(scenario, assumption.indicator))
    : RANGES[assumption.kind];
}

/**
 * Return how many settable steps one unit of an assumption has.
 *
 * @param assumption The assumption.
 * @returns A power of ten: a value times it is a whole number.
 */
export function stepsPerUnit({ kind }: Assumption): number {
  return STEPS_PER_UNIT[kind];
}

function indicatorCalled(plan: PlanModel, wanted: string): IndicatorModel {
  return plan.indicators.find(({ id }) => id === wanted) as IndicatorModel;
}
