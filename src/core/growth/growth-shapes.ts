import * as v from 'valibot';
import { assertNever } from '../assert-never.ts';
import { compound, compoundNotation, compoundSchema, shiftCompound } from './compound.ts';
import type { GrowthNotation, GrowthShapeDefinition, GrowthShift } from './growth-shape-definition.ts';
import { linear, linearNotation, linearSchema, shiftLinear } from './linear.ts';
import { saturating, saturatingNotation, saturatingSchema, shiftSaturating } from './saturating.ts';
import { yearly, yearlyNotation, yearlySchema, shiftYearly } from './yearly.ts';

/** Every growth shape, in the order they are offered. What else has to know a new one, the compiler tells. */
const DEFINITIONS = { compound, yearly, linear, saturating };

/** How one indicator's level goes from year to year: the user's assumption about it, of one of the shapes. */
export type GrowthAssumption = ReturnType<(typeof DEFINITIONS)[keyof typeof DEFINITIONS]['fromLeadRate']>;

/** One of the growth shapes. */
export type GrowthShape = GrowthAssumption['kind'];

/** A name of a field by which some shape is edited; its words hang on it. */
export type GrowthFieldName = ReturnType<(typeof DEFINITIONS)[GrowthShape]['fields']>[number]['name'];

/** The growth shapes, in the order they are offered. */
export const GROWTH_SHAPES = Object.keys(DEFINITIONS) as readonly GrowthShape[];

/** No growth at all: what an indicator has that a scenario does not name. */
export const NO_GROWTH: GrowthAssumption = { kind: 'compound', rate: 0 };

/**
 * Return the definition of a shape, as one that takes assumptions of any shape: give it none but its own.
 *
 * @throws {TypeError} From whoever uses it, where there is no such shape: a bug in the caller.
 */
export function definitionOf(shape: GrowthShape): GrowthShapeDefinition<GrowthAssumption, GrowthFieldName> {
  // That an assumption's kind picks the definition of its own shape is more than the compiler follows over a union.
  return DEFINITIONS[shape] as unknown as GrowthShapeDefinition<GrowthAssumption, GrowthFieldName>;
}

/**
 * Return next year's level under a growth assumption alone, `f_t(x)` of the model.
 *
 * A switch and not `definitionOf`: it is asked once a draw and year, and a call that may lead to any shape costs more
 * than the step itself.
 *
 * @param assumption The growth assumption; rates are fractions a year.
 * @param level This year's level, in the indicator's unit, from 0.
 * @param step Which projected year is entered, 0 for the first.
 * @returns Next year's level in the same unit; may be below 0, which `projectPlan` cuts off.
 */
export function grow(assumption: GrowthAssumption, level: number, step: number): number {
  switch (assumption.kind) {
    case 'compound':
      return compound.grow(assumption, level, step);
    case 'yearly':
      return yearly.grow(assumption, level, step);
    case 'linear':
      return linear.grow(assumption, level, step);
    case 'saturating':
      return saturating.grow(assumption, level, step);
    default:
      return assertNever(assumption);
  }
}

const SCHEMAS = {
  compound: compoundSchema,
  yearly: yearlySchema,
  linear: linearSchema,
  saturating: saturatingSchema,
} satisfies Readonly<Record<GrowthShape, v.GenericSchema>>;

/** A growth assumption in a scenario file. */
export const growthSchema = /* @__PURE__ */ v.variant('kind', /* @__PURE__ */ Object.values(SCHEMAS));

const NOTATIONS: {
  readonly [Shape in GrowthShape]: GrowthNotation<GrowthAssumption & { readonly kind: Shape }>;
} = {
  compound: compoundNotation,
  yearly: yearlyNotation,
  linear: linearNotation,
  saturating: saturatingNotation,
};

/** Return how a shape is written in a link, for assumptions of any shape: give it none but its own. */
export function notationOf(shape: GrowthShape): GrowthNotation<GrowthAssumption> {
  // As in `definitionOf`.
  return NOTATIONS[shape] as unknown as GrowthNotation<GrowthAssumption>;
}

const SHIFTS: { readonly [Shape in GrowthShape]: GrowthShift<GrowthAssumption & { readonly kind: Shape }> } =
  {
    compound: shiftCompound,
    yearly: shiftYearly,
    linear: shiftLinear,
    saturating: shiftSaturating,
  };

/** Return how the lead rate of a shape is stepped, for assumptions of any shape: give it none but its own. */
export function shiftOf(shape: GrowthShape): GrowthShift<GrowthAssumption> {
  // As in `definitionOf`.
  return SHIFTS[shape] as unknown as GrowthShift<GrowthAssumption>;
}
