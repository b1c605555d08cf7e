import * as v from 'valibot';
import {
  DECIMAL_STEPS_PER_UNIT,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  roundFraction,
} from '../arithmetic/decimal.ts';
import type { Range } from '../arithmetic/range.ts';
import { numberWithin } from '../arithmetic/range-schema.ts';
import { RATE_RANGE } from './compound.ts';
import { settable } from './growth-number.ts';
import type {
  GrowthContext,
  GrowthNotation,
  GrowthShapeDefinition,
  GrowthShift,
} from './growth-shape-definition.ts';

/** The same amount every year: `f_t(x) = x + a`, equation (5). */
export interface LinearGrowth {
  readonly kind: 'linear';
  /** In the indicator's unit a year. */
  readonly amount: number;
}

/** What the amount added in a year may be, in the indicator's unit. */
export const AMOUNT_RANGE: Range = { from: -1e11, to: 1e11 };

/** The smallest change of an amount that a link can hold. */
const SMALLEST_CHANGE = 1 / DECIMAL_STEPS_PER_UNIT;

const atShareOfBaseline = (rate: number, { indicator }: Pick<GrowthContext, 'indicator'>): LinearGrowth => ({
  kind: 'linear',
  amount: settable.amount(rate * indicator.baseline.value, AMOUNT_RANGE),
});

/** Its lead rate is the amount as a share of the baseline. */
export const linear: GrowthShapeDefinition<LinearGrowth, 'amount-a-year'> = {
  multiplies: false,
  isConstantRate: false,
  leadRange: RATE_RANGE,
  grow: (growth, level) => level + growth.amount,
  leadRate: (growth, indicator) => roundFraction(growth.amount / indicator.baseline.value),
  withLeadRate: (_, indicator, rate) => atShareOfBaseline(rate, { indicator }),
  fromLeadRate: atShareOfBaseline,
  mapNumbers: (growth, changes) => ({ kind: 'linear', amount: changes.amount(growth.amount, AMOUNT_RANGE) }),
  simplest: (growth) => growth,
  yearlyLists: () => [],
  fields: ({ amount }) => [
    {
      name: 'amount-a-year',
      step: undefined,
      number: 'amount',
      value: amount,
      range: AMOUNT_RANGE,
      with: (changed) => ({ kind: 'linear', amount: changed }),
    },
  ],
};

/** A step of the lead rate. */
export const shiftLinear: GrowthShift<LinearGrowth> = ({ amount }, indicator, by) => {
  // As much up as down, and never nothing: else a step that is taken back would leave another amount.
  const change = Math.max(SMALLEST_CHANGE, roundDecimal(Math.abs(by) * indicator.baseline.value));
  return { kind: 'linear', amount: roundDecimal(amount + Math.sign(by) * change) };
};

/** The shape in a link. */
export const linearNotation: GrowthNotation<LinearGrowth> = {
  parse(text) {
    const amount = text.startsWith('a') ? parseDecimal(text.slice(1)) : undefined;
    return amount === undefined ? undefined : { kind: 'linear', amount };
  },
  format: (growth) => `a${formatDecimal(growth.amount)}`,
  example: { text: 'a500', says: 'adds 500 units a year' },
};

/** The shape in a scenario file. */
export const linearSchema = v.strictObject({ kind: v.literal('linear'), amount: numberWithin(AMOUNT_RANGE) });
