/**
 * The grid of every number a link can hold: four decimals. A rate is written in percent there, which makes its fraction
 * six decimals. Nothing else states these steps.
 */
export const DECIMAL_STEPS_PER_UNIT = 1e4;
export const RATE_STEPS_PER_UNIT = 1e6;

/** A number as links write it: at most four decimals, `-` for minus, no exponent. */
const DECIMAL = /^-?\d+(?:\.\d{1,4})?$/;

/**
 * Read a number in the grammar of links.
 *
 * @returns The number, never -0; undefined where the text is not the grammar.
 */
export function parseDecimal(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text) + 0 : undefined;
}

/**
 * Read percent in the grammar of links, 6.2 for 6.2 %.
 *
 * @returns The fraction in whole millionths, the very number that `0.062` is in a file; undefined where the text is
 *   not the grammar.
 */
export function parsePercent(text: string): number | undefined {
  const percent = parseDecimal(text);
  return percent === undefined ? undefined : percentToRate(percent);
}

/**
 * Return percent as a rate, rounded to what a link can hold.
 *
 * @param percent 6.2 for 6.2 %.
 * @returns The fraction in whole millionths, never -0.
 */
export function percentToRate(percent: number): number {
  // Not `percent / 100`: two roundings would give another last bit for one rate in four.
  return Math.round(percent * DECIMAL_STEPS_PER_UNIT) / RATE_STEPS_PER_UNIT + 0;
}

/**
 * Return a rate, or the difference of two, in percent, rounded to what a link can hold.
 *
 * @param fraction 0.062 for 6.2 %.
 * @returns Percent with at most four decimals, never -0.
 */
export function rateToPercent(fraction: number): number {
  return Math.round(fraction * RATE_STEPS_PER_UNIT) / DECIMAL_STEPS_PER_UNIT + 0;
}

/**
 * Round a number to what a link can hold.
 *
 * @param value Any number from -1e11 to 1e11.
 * @returns The nearest number of four decimals, never -0.
 */
export function roundDecimal(value: number): number {
  return Math.round(value * DECIMAL_STEPS_PER_UNIT) / DECIMAL_STEPS_PER_UNIT + 0;
}

/**
 * Round a rate to what a link can hold.
 *
 * @param fraction A rate as a fraction, 0.062 for 6.2 %.
 * @returns The nearest whole number of millionths, never -0.
 */
export function roundFraction(fraction: number): number {
  return Math.round(fraction * RATE_STEPS_PER_UNIT) / RATE_STEPS_PER_UNIT + 0;
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
  return String(rateToPercent(fraction));
}
