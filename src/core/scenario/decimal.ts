/** A number as links write it: at most four decimals, `-` for minus, no exponent. */
export const DECIMAL = '-?\\d+(?:\\.\\d{1,4})?';

const WHOLE_DECIMAL = new RegExp(`^${DECIMAL}$`);
const STEPS_PER_UNIT = 1e4;

/**
 * Read a number in the grammar of links.
 *
 * @param text The text to read.
 * @returns The number, never -0; undefined where the text is not the grammar.
 */
export function parseDecimal(text: string): number | undefined {
  return WHOLE_DECIMAL.test(text) ? Number(text) + 0 : undefined;
}

/**
 * Write a number in the grammar of links, rounded to four decimals.
 *
 * @param value Any number from -1e11 to 1e11.
 * @returns The shortest text that reads back the same.
 */
export function formatDecimal(value: number): string {
  return String(Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0);
}

/**
 * Write a fraction as percent in the grammar of links.
 *
 * @param fraction A rate as a fraction, 0.062 for 6.2 %.
 * @returns Percent without its sign, at most four decimals.
 */
export function formatPercent(fraction: number): string {
  // In one multiplication, so that 0.062 gives 6.2 and not 6.2000000000000002.
  return String(Math.round(fraction * 100 * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0);
}

/** A range a number must lie in, ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Return the number of a range nearest to a value.
 *
 * @param value Any number but NaN.
 * @param range The range.
 * @returns The value itself where it lies in the range, else the nearer end.
 */
export function clamp(value: number, range: Range): number {
  return Math.min(range.to, Math.max(range.from, value));
}
