import { roundDecimal, roundFraction } from '../arithmetic/decimal.ts';
import { clamp, type Range } from '../arithmetic/range.ts';

/**
 * What a number of a growth assumption is: a rate, as a fraction a year, which a link holds in whole millionths; or an
 * amount, in the indicator's unit, which a link holds with four decimals.
 */
export type GrowthNumber = 'rate' | 'amount';

/** What is done to a number, by what it is; the number's own range comes with it. */
export type NumberChanges = Readonly<Record<GrowthNumber, (value: number, range: Range) => number>>;

/** To the nearest number a link can hold, in its range or not. */
export const rounded: NumberChanges = { rate: roundFraction, amount: roundDecimal };

/** To the nearest number a link can hold, in its range. */
export const settable: NumberChanges = {
  rate: (value, range) => clamp(roundFraction(value), range),
  amount: (value, range) => clamp(roundDecimal(value), range),
};
