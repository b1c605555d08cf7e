import type { YearlyList, GrowthField } from './growth-shape-definition.ts';
import { rounded } from './growth-number.ts';
import { definitionOf, type GrowthAssumption, type GrowthFieldName } from './growth-shapes.ts';

/** Return whether a growth assumption multiplies every level by the same factor: draws are then lognormal. */
export function multiplies(growth: GrowthAssumption): boolean {
  return definitionOf(growth.kind).multiplies;
}

/** Return a growth assumption with every number rounded to what a link can hold, in its range or not. */
export function roundGrowth(growth: GrowthAssumption): GrowthAssumption {
  return definitionOf(growth.kind).mapNumbers(growth, rounded);
}

/** Return a growth assumption in the shortest form that says the same. */
export function simplestGrowth(growth: GrowthAssumption): GrowthAssumption {
  return definitionOf(growth.kind).simplest(growth);
}

/** Return whether a growth assumption in its simplest form is the one that is made where none is stated. */
export function isNoGrowth(growth: GrowthAssumption): boolean {
  return growth.kind === 'compound' && growth.rate === 0;
}

/** Return the lists of a growth assumption that must hold one number for each projected year of the plan. */
export function yearlyLists(growth: GrowthAssumption): readonly YearlyList[] {
  return definitionOf(growth.kind).yearlyLists(growth);
}

/** Return the numbers of a growth assumption that are edited below its shape, in the order they are shown. */
export function growthFields(
  growth: GrowthAssumption,
): readonly GrowthField<GrowthAssumption, GrowthFieldName>[] {
  return definitionOf(growth.kind).fields(growth);
}
