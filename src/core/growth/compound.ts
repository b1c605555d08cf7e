import * as v from 'valibot';
import { formatPercent, parsePercent, roundFraction } from '../arithmetic/decimal.ts';
import type { Range } from '../arithmetic/range.ts';
import { numberWithin } from '../arithmetic/range-schema.ts';
import { settable } from './growth-number.ts';
import type { GrowthNotation, GrowthShapeDefinition, GrowthShift } from './growth-shape-definition.ts';

/** The same rate every year: `f_t(x) = x (1 + r)`, equation (3). */
export interface CompoundGrowth {
  readonly kind: 'compound';
  /** A fraction a year. */
  readonly rate: number;
}

/** What a rate that holds for a year may be, as a fraction. */
export const RATE_RANGE: Range = { from: -0.999999, to: 10 };

/** One rate for all years. */
export const compound: GrowthShapeDefinition<CompoundGrowth> = {
  multiplies: true,
  isConstantRate: true,
  leadRange: RATE_RANGE,
  grow: (growth, level) => level * (1 + growth.rate),
  leadRate: (growth) => growth.rate,
  withLeadRate: (_, __, rate) => ({ kind: 'compound', rate: settable.rate(rate, RATE_RANGE) }),
  fromLeadRate: (rate) => ({ kind: 'compound', rate: settable.rate(rate, RATE_RANGE) }),
  mapNumbers: (growth, changes) => ({ kind: 'compound', rate: changes.rate(growth.rate, RATE_RANGE) }),
  simplest: (growth) => growth,
  yearlyLists: () => [],
  // The lead rate is its only number, and that has a slider and a box of its own.
  fields: () => [],
};

/** A step of the lead rate. */
export const shiftCompound: GrowthShift<CompoundGrowth> = ({ rate }, _, by) => ({
  kind: 'compound',
  rate: roundFraction(rate + by),
});

/** The shape in a link. */
export const compoundNotation: GrowthNotation<CompoundGrowth> = {
  parse(text) {
    const rate = parsePercent(text);
    return rate === undefined ? undefined : { kind: 'compound', rate };
  },
  format: (growth) => formatPercent(growth.rate),
  example: { text: '6.2', says: '6.2 % every year' },
};

/** The shape in a scenario file. */
export const compoundSchema = v.strictObject({ kind: v.literal('compound'), rate: numberWithin(RATE_RANGE) });
