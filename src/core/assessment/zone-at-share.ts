import { decidingEdge, type Target } from '../plan/target.ts';
import { shownRate, type GrowthZone, type NeededGrowth } from './needed-growth.ts';

/** A growth zone, and the rate at which the wanted share of draws meets the target. */
export interface ZoneQuestion {
  readonly zone: GrowthZone | undefined;
  readonly growthAtShare: NeededGrowth | undefined;
}

/**
 * Return the zone at a share: the part of a growth zone in which the wanted share of draws meets the target, from growth
 * at that share to the zone's end.
 *
 * @returns Rates as fractions a year; undefined where no rate gives the wanted share or none was wanted.
 */
export function growthZoneAtShare(
  target: Target,
  { zone, growthAtShare }: ZoneQuestion,
): GrowthZone | undefined {
  if (zone === undefined || growthAtShare?.kind !== 'found') return undefined;
  const edge = decidingEdge(target);
  const rate = shownRate(growthAtShare.rate, edge);
  return edge === 'max'
    ? { from: zone.from, to: Math.min(zone.to, rate) }
    : { from: Math.max(zone.from, rate), to: zone.to };
}
