import { assertNever } from '../assert-never.ts';
import { roundDecimal, roundFraction } from '../arithmetic/decimal.ts';
import type { GrowthAssumption, Scenario } from './scenario.ts';

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
    drivers: scenario.drivers.map(({ id, intensity, effects }) => ({
      id,
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

function roundGrowth(growth: GrowthAssumption): GrowthAssumption {
  switch (growth.kind) {
    case 'compound':
      return { kind: 'compound', rate: roundFraction(growth.rate) };
    case 'yearly':
      return { kind: 'yearly', rates: growth.rates.map(roundFraction) };
    case 'linear':
      return { kind: 'linear', amount: roundDecimal(growth.amount) };
    case 'saturating':
      return {
        kind: 'saturating',
        rate: roundFraction(growth.rate),
        ceiling: roundDecimal(growth.ceiling),
      };
    default:
      return assertNever(growth);
  }
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}
