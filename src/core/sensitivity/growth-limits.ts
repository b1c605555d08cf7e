import type { Range } from '../arithmetic/range.ts';
import { assumedValue, assumptionRange, type Assumption } from '../scenario/assumption.ts';
import type { Study } from './study.ts';

/** What a search for more growth has to respect. */
export interface GrowthLimits {
  /** Ids of the indicators whose growth stays as it is. */
  readonly locked?: readonly string[] | undefined;
  /** How far growth may be raised: the lead rate of an indicator, by its id, as a fraction a year. */
  readonly caps?: readonly GrowthCap[] | undefined;
}

/** The highest lead rate to which an indicator's growth may be raised; one that is above it already stays. */
export interface GrowthCap {
  readonly indicator: string;
  /** A fraction a year. */
  readonly rate: number;
}

/** Lead rates by indicator id, as fractions a year: those that differ from the scenario's. */
export type Rates = ReadonlyMap<string, number>;

/**
 * Return the lead rates that an indicator may be given.
 *
 * @param study The scenario as it is before anything is changed.
 * @param limits What is locked or capped.
 * @param indicator Its id.
 * @returns Fractions a year; the rate as assumed is always among them.
 */
export function allowedRates(study: Study, { locked, caps }: GrowthLimits, indicator: string): Range {
  const current = rateIn(study, indicator);
  if (locked?.includes(indicator) === true) return { from: current, to: current };
  const { from, to } = assumptionRange(study.scenario, growthOfIndicator(indicator));
  const cap = caps?.find((each) => each.indicator === indicator)?.rate ?? Infinity;
  return { from, to: Math.max(current, Math.min(to, cap)) };
}

/** Return the assumption that an indicator's lead rate is. */
export function growthOfIndicator(indicator: string): Assumption {
  return { kind: 'growth', indicator };
}

/** Return an indicator's lead rate as the study's scenario has it, as a fraction a year. */
export function rateIn({ plan, scenario }: Study, indicator: string): number {
  return assumedValue(plan, scenario, growthOfIndicator(indicator));
}
