import { formatDecimal, parseDecimal } from '../arithmetic/decimal.ts';
import { clamp } from '../arithmetic/range.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { formatGrowth, parseGrowth } from '../growth/growth-text.ts';
import { RANGES } from '../scenario/ranges.ts';

/** What the value of an indicator's key says: its growth assumption and its spread. */
export interface GrowthText {
  readonly growth: GrowthAssumption;
  /** Percentage points, from 0. */
  readonly spread: number;
}

/** Begins the spread; no growth shape's form has it. */
const SPREAD_MARK = 's';

/**
 * Read an indicator's value in a link: a growth assumption, then `s4` for a spread of 4 points, if it has any.
 *
 * @param text The value, already percent-decoded.
 * @param years How many projected years there are.
 * @returns Both with every number clamped into its range, and whether one was; undefined where the text is not the
 *   grammar.
 */
export function parseGrowthText(
  text: string,
  years: number,
): (GrowthText & { readonly clamped: boolean }) | undefined {
  const end = text.indexOf(SPREAD_MARK);
  const read = parseGrowth(end < 0 ? text : text.slice(0, end), years);
  const given = end < 0 ? 0 : parseDecimal(text.slice(end + 1));
  if (read === undefined || given === undefined) return undefined;
  const spread = clamp(given, RANGES.spread);
  return { growth: read.growth, spread, clamped: read.clamped || spread !== given };
}

/**
 * Write an indicator's value for a link. Reads back as the same, to a millionth of a rate.
 *
 * @returns The value, made of `0-9 - .` and lower-case letters only.
 */
export function formatGrowthText({ growth, spread }: GrowthText): string {
  return formatGrowth(growth) + (spread > 0 ? SPREAD_MARK + formatDecimal(spread) : '');
}
