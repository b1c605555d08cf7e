import { roundDecimal } from '../arithmetic/decimal.ts';
import { roundGrowth } from '../growth/growth-assumption.ts';
import type { Scenario } from './scenario.ts';

/**
 * Round every number of a scenario to what a link can hold: rates to millionths, all else to four decimals. A file or
 * a program may state more than that.
 *
 * @param scenario Any scenario.
 * @returns The scenario a link about it says.
 */
export function roundScenario(scenario: Scenario): Scenario {
  return {
    ...scenario,
    growth: mapValues(scenario.growth, roundGrowth),
    spread: mapValues(scenario.spread, roundDecimal),
    rho: roundDecimal(scenario.rho),
    phi: roundDecimal(scenario.phi),
    drivers: scenario.drivers.map(({ intensity, effects, ...driver }) => ({
      ...driver,
      intensity: intensity.map(roundDecimal),
      effects: mapValues(effects, roundDecimal),
    })),
    influences: scenario.influences.map(({ to, from, strength }) => ({
      to,
      from,
      strength: roundDecimal(strength),
    })),
  };
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}
