import type { GrowthZone } from './needed-growth.ts';

/** How near to an edge of its zone a rate meets its target by a hair, as a fraction a year: 0.1 percentage points. */
const HAIR = 0.001;
/** A tenth of a point typed in percent may lie this much further off as a fraction. */
const ROUNDING = 1e-12;

/**
 * Return whether a target that is met would not be with 0.1 percentage points more or less growth a year.
 *
 * @param rate The constant rate, as a fraction a year.
 * @param zone The constant rates that meet the target; undefined where none does.
 */
export function isMetByAHair(rate: number, zone: GrowthZone | undefined): boolean {
  if (zone === undefined || rate < zone.from || rate > zone.to) return false;
  return rate - zone.from <= HAIR + ROUNDING || zone.to - rate <= HAIR + ROUNDING;
}
