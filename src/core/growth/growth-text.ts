import { clamp, type Range } from '../arithmetic/range.ts';
import { definitionOf, GROWTH_SHAPES, notationOf, type GrowthAssumption } from './growth-shapes.ts';

/** What a link's text says of growth. */
export interface ReadGrowth {
  /** With every number in its range. */
  readonly growth: GrowthAssumption;
  /** Whether a number was outside. */
  readonly clamped: boolean;
}

/**
 * Read a growth assumption in a link, in the form of any shape. Rates are percent in the text and fractions in the
 * result.
 *
 * @param text The text, already percent-decoded.
 * @param years How many projected years there are: the number of rates `yearly` must have.
 * @returns The assumption, or undefined where the text is of no shape's form.
 */
export function parseGrowth(text: string, years: number): ReadGrowth | undefined {
  for (const shape of GROWTH_SHAPES) {
    const { yearlyLists, mapNumbers } = definitionOf(shape);
    const given = notationOf(shape).parse(text);
    if (given === undefined) continue;
    if (yearlyLists(given).some(({ values }) => values.length !== years)) return undefined;
    let clamped = false;
    const within = (value: number, range: Range): number => {
      const used = clamp(value, range);
      if (used !== value) clamped = true;
      return used;
    };
    const growth = mapNumbers(given, { rate: within, amount: within });
    return { growth, clamped };
  }
  return undefined;
}

/**
 * Write a growth assumption for a link. Reads back as the same assumption, to a millionth of a rate.
 *
 * @returns The text, made of `0-9 - .` and the letters of its shape.
 */
export function formatGrowth(growth: GrowthAssumption): string {
  return notationOf(growth.kind).format(growth);
}
