import { definitionOf, type GrowthAssumption } from '../growth/growth-shapes.ts';
import type { Scenario } from './scenario.ts';

/** The smallest rate that is more often meant as percent than as a fraction: 1 is 100 % a year. */
const SUSPECT = 1;

/** A rate of a scenario that may have been meant as percent. */
export interface PercentRate {
  /** Id of the indicator it is the growth of. */
  readonly indicator: string;
  /** The rate as it is taken, a fraction a year. */
  readonly rate: number;
}

/**
 * Return the rates of a scenario that are so large that percent may have been written for a fraction, such as 6.2 for
 * 6.2 %, which is 0.062. They are valid: what they mean is for a person to look at.
 *
 * @param scenario A scenario as a file states it.
 */
export function percentRates({ growth }: Scenario): readonly PercentRate[] {
  return Object.entries(growth).flatMap(([indicator, assumption]) =>
    ratesOf(assumption)
      .filter((rate) => rate >= SUSPECT)
      .map((rate) => ({ indicator, rate })),
  );
}

function ratesOf(growth: GrowthAssumption): readonly number[] {
  const rates: number[] = [];
  definitionOf(growth.kind).mapNumbers(growth, {
    rate(value) {
      rates.push(value);
      return value;
    },
    amount: (value) => value,
  });
  return rates;
}
