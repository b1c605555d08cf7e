/** A number as links write it: at most four decimals, `-` for minus, no exponent. */
export const DECIMAL = '-?\\d+(?:\\.\\d{1,4})?';

const WHOLE_DECIMAL = new RegExp(`^${DECIMAL}$`);
/** A link's numbers have four decimals; so has percent, which makes a fraction six. */
const STEPS_PER_UNIT = 1e4;
const STEPS_PER_FRACTION = 1e6;

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
 * Read percent in the grammar of links.
 *
 * @param text The text to read, 6.2 for 6.2 %.
 * @returns The fraction in whole millionths, the very number that `0.062` is in a file; undefined where the text is
 *   not the grammar.
 */
export function parsePercent(text: string): number | undefined {
  const percent = parseDecimal(text);
  // Not `percent / 100`: two roundings would give another last bit for one rate in four.
  return percent === undefined ? undefined : Math.round(percent * STEPS_PER_UNIT) / STEPS_PER_FRACTION;
}

/**
 * Round a number to what a link can hold.
 *
 * @param value Any number from -1e11 to 1e11.
 * @returns The nearest number of four decimals, never -0.
 */
export function roundDecimal(value: number): number {
  return Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0;
}

/**
 * Round a rate to what a link can hold.
 *
 * @param fraction A rate as a fraction, 0.062 for 6.2 %.
 * @returns The nearest whole number of millionths, never -0.
 */
export function roundFraction(fraction: number): number {
  return Math.round(fraction * STEPS_PER_FRACTION) / STEPS_PER_FRACTION + 0;
}

/**
 * Write a number in the grammar of links, rounded to four decimals.
 *
 * @param value Any number from -1e11 to 1e11.
 * @returns The shortest text that reads back the same.
 */
export function formatDecimal(value: number): string {
  return String(roundDecimal(value));
}

/**
 * Write a fraction as percent in the grammar of links.
 *
 * @param fraction A rate as a fraction, 0.062 for 6.2 %.
 * @returns Percent without its sign, at most four decimals.
 */
export function formatPercent(fraction: number): string {
  return String(Math.round(fraction * STEPS_PER_FRACTION) / STEPS_PER_UNIT + 0);
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
