import { settableRateAtShare, type GrowthZone } from './needed-growth.ts';
import type { IndicatorResult } from '../simulate-plan.ts';
import type { Target } from '../plan/target.ts';

/**
 * Return the part of a growth zone in which the wanted share of draws meets the target: from growth for that share to
 * the zone's end.
 *
 * @param target What the plan asks.
 * @param result What follows for the indicator.
 * @returns Rates as fractions a year; undefined where no rate gives the wanted share or none was wanted.
 */
export function growthZoneAtShare(
  target: Target,
  { zone, growthAtShare: wanted }: IndicatorResult,
): GrowthZone | undefined {
  if (zone === undefined || wanted?.kind !== 'found') return undefined;
  const rate = settableRateAtShare(wanted.rate, target.kind === 'at-most' ? 'max' : 'min');
  return target.kind === 'at-most'
    ? { from: zone.from, to: Math.min(zone.to, rate) }
    : { from: Math.max(zone.from, rate), to: zone.to };
}
